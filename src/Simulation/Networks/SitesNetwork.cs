using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>
/// The default organization: director tied to coordinators, coordinators to the members of their site, plus distinct random
/// pairs within sites and across them.
/// </summary>
public sealed record SitesNetwork : INetworkModel
{
    /// <summary>Random ties per seat within a site.</summary>
    [Parameter("Mean number of random ties of a seat within its site (n/2 times as many pairs)", Unit = "ties per seat", Max = 1000)]
    public double TiesWithinSite { get; init; } = 6;

    /// <summary>Random ties per seat across sites.</summary>
    [Parameter("Mean number of random ties of a seat with other sites (n/2 times as many pairs)", Unit = "ties per seat", Max = 1000)]
    public double TiesAcrossSites { get; init; } = 2;

    /// <inheritdoc/>
    public void Lay(TieBuilder builder, ref RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (seats, sites) = (builder.Seats, builder.Sites);
        for (var seat = 1; seat < seats; seat++)
        {
            var coordinator = SeatPlan.CoordinatorOf(seat, seats, sites);
            builder.Tie(seat, coordinator < 0 || coordinator == seat ? 0 : coordinator);
        }

        builder.TieRandomPairs((int)Math.Round(TiesWithinSite * seats / 2), sameSite: true, ref random);
        builder.TieRandomPairs((int)Math.Round(TiesAcrossSites * seats / 2), sameSite: false, ref random);
    }
}
