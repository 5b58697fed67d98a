namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Rank coefficients of one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Stratum">Levels of the factors without order within which they are; empty for all points.</param>
/// <param name="Points">Design points.</param>
/// <param name="Factors">The coefficient of each factor with order.</param>
/// <param name="Determination">Share of the variance of the output's ranks that a linear model of the ranks accounts for; null where it does not exist.</param>
/// <param name="Reason">Why coefficients do not exist; empty when they do.</param>
public sealed record RankResult(
    string Output, string Stratum, int Points, IReadOnlyList<RankFactor> Factors, double? Determination, string Reason);

/// <summary>The rank coefficient of one factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Coefficient">The coefficient; null where it does not exist.</param>
public sealed record RankFactor(string Factor, IndexEstimate? Coefficient);
