using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>Distribution of the sharing propensity σ: Beta with a mean and a precision; mean 0 or 1 is that value for all.</summary>
public sealed record SharingPropensity
{
    /// <summary>Mean propensity.</summary>
    [Parameter("Mean of the propensity to share authority over agents (0 hoards, 1 shares)", Symbol = "σ", Unit = "share")]
    public double Mean { get; init; } = 0.5;

    /// <summary>Precision a + b of the Beta distribution.</summary>
    [Parameter("Precision a + b of the Beta distribution of propensities: the larger, the more alike agents are", MinExclusive = true, Max = 1e6)]
    public double Precision { get; init; } = 4;
}
