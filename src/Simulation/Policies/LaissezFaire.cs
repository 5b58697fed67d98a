namespace LeadershipSim.Simulation.Policies;

/// <summary>Every holder leaks authority into vacancy, and nobody ever takes it up.</summary>
public sealed record LaissezFaire : ILeadershipPolicy
{
    /// <summary>Share lost.</summary>
    [Parameter("Share of its authority that a holder lets go vacant", Unit = "per tick")]
    public double LeakRate { get; init; } = 0.01;
}
