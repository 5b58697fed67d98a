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
}
