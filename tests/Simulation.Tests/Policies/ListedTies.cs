using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>A network of the ties it is given.</summary>
internal sealed record ListedTies(params (int Seat, int Other)[] Ties) : INetworkModel
{
    public void Lay(TieBuilder builder, ref RandomStream random)
    {
        foreach (var (seat, other) in Ties)
        {
            builder.Tie(seat, other);
        }
    }
}
