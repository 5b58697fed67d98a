namespace LeadershipSim.Experiments.Checking;

/// <summary>What a verification is to do.</summary>
public sealed record VerificationOptions
{
    /// <summary>Runs to replay, drawn at random without replacement; as many as there are: all.</summary>
    public long Sample { get; init; } = 10;

    /// <summary>Seed of the draw.</summary>
    public int Seed { get; init; }

    /// <summary>Worker threads; 0: one a core.</summary>
    public int Workers { get; init; }
}
