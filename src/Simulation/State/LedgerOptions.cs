using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>What a run records beside its outcome. Changes no bit of it.</summary>
public sealed record LedgerOptions
{
    /// <summary>Whether networks of leadership are measured.</summary>
    [Parameter("Whether the networks of authority flow and of consultation are recorded and measured at the end; takes time in proportion to seats × ties", Source = "set by the case")]
    public bool Networks { get; init; }
}
