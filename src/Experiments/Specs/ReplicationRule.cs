namespace LeadershipSim.Experiments.Specs;

/// <summary>How precise an output has to be known before no more replicates are run. One of the three widths is stated.</summary>
public sealed record PrecisionGoal
{
    /// <summary>The output, by its name in the table of runs.</summary>
    public required string Output { get; init; }

    /// <summary>Largest half-width of the interval: Wilson's for a share of runs, Student's for a mean.</summary>
    public double? HalfWidth { get; init; }

    /// <summary>Largest half-width of Student's interval for a mean, as a share of the mean.</summary>
    public double? RelativeHalfWidth { get; init; }

    /// <summary>Largest half-width of the interval for the paired difference of every policy from the first.</summary>
    public double? ContrastHalfWidth { get; init; }
}

/// <summary>
/// Replicates until intervals are narrow enough: looked at after a least number and then after every batch, so that neither threads nor
/// interruptions change when it stops.
/// </summary>
/// <remarks>
/// Hoad, Robinson and Davies 2010, Automated selection of the number of replications for a discrete-event simulation,
/// doi:10.1057/jors.2009.121: an interval that is narrow by chance is guarded against by looking ahead.
/// </remarks>
public sealed record ReplicationRule
{
    /// <summary>Replicates before the first look.</summary>
    public int Min { get; init; } = 30;

    /// <summary>Most replicates.</summary>
    public required int Max { get; init; }

    /// <summary>Replicates between two looks.</summary>
    public int Batch { get; init; } = 10;

    /// <summary>Looks in a row, after the first that finds all goals met, that have to find the same.</summary>
    public int LookAhead { get; init; } = 5;

    /// <summary>Level of the intervals.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The goals; all have to be met.</summary>
    public required IReadOnlyList<PrecisionGoal> Until { get; init; }
}
