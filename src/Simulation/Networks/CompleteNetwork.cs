namespace LeadershipSim.Simulation.Networks;

/// <summary>Everybody is tied to everybody.</summary>
public sealed record CompleteNetwork : INetworkModel;
