namespace LeadershipSim.Experiments.Specs;

/// <summary>When a calibration stops beside its method's own rule; whichever comes first.</summary>
public sealed record StoppingRule
{
    /// <summary>Most populations; null: as many as the method makes.</summary>
    public int? Populations { get; init; }

    /// <summary>Simulations after which no further population begins; null: any number.</summary>
    public long? Simulations { get; init; }

    /// <summary>Tolerance that is small enough; null: the smallest the method comes to.</summary>
    public double? Epsilon { get; init; }

    /// <summary>Seconds of one call after which no further population begins, null: any time. The same command resumes.</summary>
    public double? Seconds { get; init; }
}
