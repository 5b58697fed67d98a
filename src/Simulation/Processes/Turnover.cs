using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Processes;

/// <summary>How likely agents are to leave: h0·exp(β·strain)·(ρ_L if in the current core).</summary>
public sealed record Turnover
{
    /// <summary>Baseline hazard h0.</summary>
    [Parameter("Baseline hazard of leaving (default: 0.15 a year of 52 ticks)", Symbol = "h0", Unit = "per tick", Max = 10)]
    public double HazardPerTick { get; init; } = 0.15 / 52;

    /// <summary>Effect of strain β.</summary>
    [Parameter("Log hazard ratio of full strain against none", Symbol = "β", Min = -10, Max = 10)]
    public double StrainEffect { get; init; } = 2;

    /// <summary>Hazard ratio of the core ρ_L.</summary>
    [Parameter("Hazard ratio of members of the current core", Symbol = "ρ_L", Max = 100)]
    public double CoreHazardRatio { get; init; } = 1;
}
