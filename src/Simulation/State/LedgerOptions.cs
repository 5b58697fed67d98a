using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>What a run records beside its outcome. Changes no bit of it.</summary>
public sealed record LedgerOptions
{
    /// <summary>Whether networks of leadership are measured.</summary>
    [Parameter("Whether the networks of authority flow and of consultation are recorded and measured at the end; takes time in proportion to seats × ties", Source = "set by the case")]
    public bool Networks { get; init; }

    /// <summary>Whether responsibility, successes and consultations are added up.</summary>
    [Parameter("Whether responsibility, successes and consultations are added up tick by tick; without it, outputs and metrics of them are absent and a tick costs nothing for them", Source = "set by the case")]
    public bool Work { get; init; } = true;
}
