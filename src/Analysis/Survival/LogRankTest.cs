using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Survival;

/// <summary>A log-rank test.</summary>
/// <param name="Weight">Name of the weights.</param>
/// <param name="Groups">What was observed and expected in each group.</param>
/// <param name="Variance">Covariance matrix of observed minus expected (weighted), in the order of the groups.</param>
/// <param name="Test">The test; null where it does not exist.</param>
/// <param name="Reason">Why the test does not exist; empty when it does.</param>
public sealed record LogRankTest(
    string Weight, IReadOnlyList<LogRankGroup> Groups, IReadOnlyList<IReadOnlyList<double>> Variance, ChiSquareTest? Test, string Reason)
{
    /// <summary>What was observed and expected within each stratum; one row a group where there are no strata.</summary>
    public IReadOnlyList<LogRankStratum> Strata { get; init; } = [];
}

/// <summary>The groups within one stratum.</summary>
/// <param name="Stratum">The stratum; empty where there are none.</param>
/// <param name="Groups">What was observed and expected in each group.</param>
public sealed record LogRankStratum(string Stratum, IReadOnlyList<LogRankGroup> Groups);

/// <summary>One group of a log-rank test.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">Number of observations.</param>
/// <param name="Observed">Events; each counted with its weight.</param>
/// <param name="Expected">Events expected if the hazards were equal; each counted with its weight.</param>
public sealed record LogRankGroup(string Group, int Count, double Observed, double Expected);
