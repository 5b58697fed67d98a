using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>A way of laying ties between seats. An immutable record: its properties are its parameters.</summary>
[ChosenByKind]
public interface INetworkModel
{
    /// <summary>The organization the network is read from; null where the model makes it.</summary>
    OrganizationData? Data => null;

    /// <summary>Lays undirected ties between seats.</summary>
    /// <param name="builder">Receives the ties; a tie laid twice, or from a seat to itself, counts once, or not.</param>
    /// <param name="random">The run's network stream.</param>
    void Lay(TieBuilder builder, ref RandomStream random);
}
