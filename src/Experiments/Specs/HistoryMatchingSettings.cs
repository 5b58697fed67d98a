using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Settings of history matching.</summary>
public sealed record HistoryMatchingSettings : ICalibrationMethod
{
    /// <summary>Positions simulated in a wave.</summary>
    [Parameter("Positions simulated in a wave", Min = 5, Max = 1e7)]
    public int Points { get; init; } = 100;

    /// <summary>Simulations at each position; from 2 on their noise is estimated.</summary>
    [Parameter("Simulations at each position; from 2 on their noise is estimated", Min = 1, Max = 1e6)]
    public int SimulationsPerPoint { get; init; } = 5;

    /// <summary>Implausibility from which on a position is ruled out (3: Pukelsheim's rule, https://doi.org/10.1080/00031305.1994.10476030).</summary>
    [Parameter("Implausibility, in standard deviations, from which on a position is ruled out", MinExclusive = true, Max = 100)]
    public double Cutoff { get; init; } = 3;

    /// <summary>A wave that leaves more than this share of the volume before it is the last.</summary>
    [Parameter("A wave that leaves more than this share of the volume before it is the last", Unit = "share", MinExclusive = true)]
    public double LeastShrinkage { get; init; } = 0.9;

    /// <inheritdoc/>
    public bool HasTolerance => false;

    /// <summary>Terms of the full quadratic that emulates a statistic.</summary>
    public static int EmulatorTerms(int parameters) => (parameters + 1) * (parameters + 2) / 2;

    /// <inheritdoc/>
    public string? Refusal(int parameters) => Points > EmulatorTerms(parameters) + 1 ? null
        : Invariant($"points is {Points}; a wave with {parameters} parameters needs more than {EmulatorTerms(parameters) + 1} for its emulators, better ten times as many");

    /// <inheritdoc/>
    public long? SimulationsOf(int population) => (long)Points * SimulationsPerPoint;
}
