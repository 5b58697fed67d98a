namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Shapley effects of one output: shares of its variance that add up to 1.</summary>
/// <param name="Output">The output.</param>
/// <param name="Factors">The share of each factor.</param>
/// <param name="Variance">The variance that is shared out; of point means, chance in them included.</param>
/// <param name="Estimator">How the conditional variances were found, and what that assumes, in words.</param>
/// <param name="Reason">Why effects do not exist; empty when they do.</param>
public sealed record ShapleyResult(string Output, IReadOnlyList<ShapleyFactor> Factors, double Variance, string Estimator, string Reason);

/// <summary>The Shapley effect of one factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Share">Its share; null where it does not exist.</param>
public sealed record ShapleyFactor(string Factor, IndexEstimate? Share);
