using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Networks;

/// <summary>Directed trust on ties. Between agents without a tie half the baseline is used and never learned.</summary>
public sealed record Trust
{
    /// <summary>Trust at founding.</summary>
    [Parameter("Trust on every tie at founding; half of it holds where there is no tie, and is what trust drifts to", Symbol = "w0", Unit = "share")]
    [FixedAtFounding("it is where trust started and half of it where trust drifts to")]
    public double Baseline { get; init; } = 0.3;

    /// <summary>Step of trust after a decision.</summary>
    [Parameter("Share of the gap to 1 (after a success) or to 0 (after a failure) that trust moves", Symbol = "τ", Unit = "share")]
    public double Step { get; init; } = 0.1;

    /// <summary>Drift of trust.</summary>
    [Parameter("Share of its distance from half the baseline that trust loses", Unit = "per tick")]
    public double DriftPerTick { get; init; } = 0.002;
}
