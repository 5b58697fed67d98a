using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>
/// A ring in which every seat is tied to its nearest neighbours and each tie is then rewired at one end with some
/// probability (Watts and Strogatz 1998, doi:10.1038/30918).
/// </summary>
public sealed record SmallWorldNetwork : INetworkModel
{
    /// <summary>Neighbours of a seat in the ring.</summary>
    [Parameter("Neighbours of a seat in the ring before rewiring; an odd number is rounded down", Unit = "ties per seat", Min = 2, Max = 1000)]
    public int Degree { get; init; } = 8;

    /// <summary>Rewiring probability.</summary>
    [Parameter("Probability that a tie is rewired to a random seat", Unit = "probability")]
    public double Rewiring { get; init; } = 0.1;

    /// <inheritdoc/>
    public void Lay(TieBuilder builder, ref RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var seats = builder.Seats;
        var reach = Math.Min(Degree / 2, (seats - 1) / 2);
        for (var step = 1; step <= reach; step++)
        {
            for (var seat = 0; seat < seats; seat++)
            {
                var neighbour = (seat + step) % seats;
                builder.Tie(seat, random.NextBernoulli(Rewiring) ? builder.DrawUntied(seat, neighbour, ref random) : neighbour);
            }
        }
    }
}
