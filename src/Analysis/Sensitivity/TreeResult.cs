namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>A regression tree of one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Root">The tree.</param>
/// <param name="Determination">Share of the variance of point means that the leaves account for, in the points it was grown from; null when
/// they do not differ.</param>
/// <param name="Importance">For each factor the share of the squared error its splits take away, of all that splits take away; 0 for factors that
/// are not split on.</param>
public sealed record TreeResult(string Output, TreeNode Root, double? Determination, IReadOnlyList<TreeImportance> Importance);

/// <summary>How much a factor splits.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Share">Its share of what splits take away.</param>
public sealed record TreeImportance(string Factor, double Share);
