using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Specs;

/// <summary>What a pattern is for.</summary>
public enum PatternRole
{
    /// <summary>Parameters were fitted to it: agreement is no evidence.</summary>
    Calibrate,

    /// <summary>Nothing was fitted to it.</summary>
    Validate,
}

/// <summary>
/// Something that was observed in the world, and what of an experiment's runs stands for it: pattern-oriented modelling (Grimm et al. 2005,
/// doi:10.1126/science.1116681).
/// </summary>
public sealed record PatternSpec
{
    /// <summary>What was observed, in a sentence.</summary>
    public required string Claim { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>How the model's quantity stands for what was observed, and what is assumed.</summary>
    public required string Mapping { get; init; }

    /// <summary>What the pattern is for.</summary>
    public required PatternRole Role { get; init; }

    /// <summary>What is computed from the runs.</summary>
    public required PatternStatistic Statistic { get; init; }

    /// <summary>The values that agree with the pattern.</summary>
    public required PatternTarget Target { get; init; }
}

/// <summary>The values that agree with a pattern.</summary>
/// <param name="Value">The observed value; null: only a bound is known.</param>
/// <param name="Tolerance">By how much the model may be off.</param>
/// <param name="AtLeast">Least value that agrees, where there is no observed value.</param>
/// <param name="AtMost">Greatest value that agrees, where there is no observed value.</param>
public sealed record PatternTarget(double? Value, double Tolerance, double? AtLeast, double? AtMost)
{
    /// <summary>Least value that agrees; −∞ without a lower bound.</summary>
    public double Lower => Value - Tolerance ?? AtLeast ?? double.NegativeInfinity;

    /// <summary>Greatest value that agrees; ∞ without an upper bound.</summary>
    public double Upper => Value + Tolerance ?? AtMost ?? double.PositiveInfinity;
}

/// <summary>
/// A number that runs are reduced to: the mean of an output or of the difference of two, or the share of runs in which it keeps bounds, or its
/// correlation with another output; among runs that keep a condition, at levels of factors, and against other levels.
/// </summary>
public sealed record PatternStatistic
{
    /// <summary>The output.</summary>
    public required Output Of { get; init; }

    /// <summary>What is subtracted from it in each run; null: nothing.</summary>
    public Output? Less { get; init; }

    /// <summary>The bounds whose share of runs is taken; null: the mean is.</summary>
    public OutputBounds? Bounds { get; init; }

    /// <summary>The output with which the correlation over runs is taken; null: none is.</summary>
    public Output? With { get; init; }

    /// <summary>The runs that count; null: all.</summary>
    public (Output Output, OutputBounds Bounds)? Among { get; init; }

    /// <summary>Levels of factors that the runs must have.</summary>
    public IReadOnlyDictionary<string, string> At { get; init; } = new Dictionary<string, string>();

    /// <summary>Levels of the runs whose mean or share is subtracted; empty: nothing is.</summary>
    public IReadOnlyDictionary<string, string> Against { get; init; } = new Dictionary<string, string>();
}

/// <summary>Bounds of an output; a run without the output does not keep them.</summary>
/// <param name="AtLeast">Least value; null: any.</param>
/// <param name="AtMost">Greatest value; null: any.</param>
public sealed record OutputBounds(double? AtLeast, double? AtMost)
{
    /// <summary>Whether a value keeps them.</summary>
    public bool Hold(double value) => !double.IsNaN(value) && !(value < AtLeast) && !(value > AtMost);
}
