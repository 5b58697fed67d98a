namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Elementary effects of one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Factors">The effects of each factor.</param>
/// <param name="Trajectories">Trajectories.</param>
/// <param name="Replicates">Replicates of each design point.</param>
public sealed record MorrisResult(string Output, IReadOnlyList<MorrisFactor> Factors, int Trajectories, int Replicates)
{
    /// <summary>Levels of the factors without order at which the trajectories are; empty when there are none.</summary>
    public string Stratum { get; init; } = "";

    /// <summary>Trajectories whose design points are those of an earlier one.</summary>
    public int Repeated { get; init; }
}

/// <summary>The elementary effects of one factor: changes of the output per range of the factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Mean">μ, their mean: the direction.</param>
/// <param name="MeanAbsolute">μ*, mean of their sizes: the importance.</param>
/// <param name="Deviation">σ, their standard deviation: interactions and curvature, and chance; null with one trajectory.</param>
public sealed record MorrisFactor(string Factor, IndexEstimate Mean, IndexEstimate MeanAbsolute, IndexEstimate? Deviation);
