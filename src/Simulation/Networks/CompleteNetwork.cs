using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>Everybody is tied to everybody.</summary>
public sealed record CompleteNetwork : INetworkModel
{
    /// <inheritdoc/>
    public void Lay(TieBuilder builder, ref RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(builder);
        for (var seat = 0; seat < builder.Seats; seat++)
        {
            for (var other = seat + 1; other < builder.Seats; other++)
            {
                builder.Tie(seat, other);
            }
        }
    }
}
