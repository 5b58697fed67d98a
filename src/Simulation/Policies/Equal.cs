namespace LeadershipSim.Simulation.Policies;

/// <summary>Everybody holds the same authority, a_i = 1/(occupied seats), at founding and at every tick.</summary>
public sealed record Equal : ILeadershipPolicy;
