namespace LeadershipSim.Simulation.Policies;

/// <summary>A way of holding authority.</summary>
#pragma warning disable CA1040
public interface ILeadershipPolicy;
