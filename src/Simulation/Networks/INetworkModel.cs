namespace LeadershipSim.Simulation.Networks;

/// <summary>A way of laying ties between seats. An immutable record: its properties are its parameters.</summary>
#pragma warning disable CA1040
public interface INetworkModel;
