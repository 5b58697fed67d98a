namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>How an output answers to one factor while the others stay where they are.</summary>
/// <param name="Output">The output.</param>
/// <param name="Factor">The factor that moves.</param>
/// <param name="Condition">Where the others are, in words; empty for the mean over all their combinations, and for the baseline of a one-at-a-time
/// design.</param>
/// <param name="Points">One for each level of the factor.</param>
public sealed record ResponseCurve(string Output, string Factor, string Condition, IReadOnlyList<ResponsePoint> Points);

/// <summary>The output at one level of a factor.</summary>
/// <param name="Level">The level as text.</param>
/// <param name="Value">The level as a number; null when it has no order.</param>
/// <param name="Runs">Runs with a value.</param>
/// <param name="Mean">Mean over runs with its interval; null without runs.</param>
/// <param name="Tenth">Quantile .1 of the runs; null without runs.</param>
/// <param name="Ninetieth">Quantile .9 of the runs; null without runs.</param>
public sealed record ResponsePoint(string Level, double? Value, int Runs, IndexEstimate? Mean, double? Tenth, double? Ninetieth);
