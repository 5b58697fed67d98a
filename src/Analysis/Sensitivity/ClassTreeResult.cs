namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>How far a classification tree grows, and how it is checked.</summary>
/// <param name="MaxDepth">Most splits from the root to a leaf; at least 1.</param>
/// <param name="MinLeaf">Fewest points of a leaf; at least 1.</param>
/// <param name="Folds">Parts that are left out in turn; at least 2.</param>
/// <param name="Resamples">Trees grown from resampled points; at least 1.</param>
/// <param name="Seed">Where the randomness of parts and resamples comes from.</param>
public sealed record ClassTreeSettings(int MaxDepth = 4, int MinLeaf = 5, int Folds = 10, int Resamples = 100, ulong Seed = 20261123);

/// <summary>A classification tree, and how far it can be trusted.</summary>
/// <param name="Root">The tree; a single leaf where no split foretells better than none.</param>
/// <param name="Complexity">Share of the root's impurity that a split has to take away for each leaf it adds, by cross-validation.</param>
/// <param name="Explained">One minus the loss of points left out over that without splits; below 0: worse than no tree. Null where all are of one
/// class.</param>
/// <param name="Accuracy">Share of points left out whose class the tree foretells.</param>
/// <param name="MajorityAccuracy">Share of points of the most frequent class: what foretelling it always would give.</param>
/// <param name="SameFirstSplit">Share of trees of resampled points that split first on the same factor, or not at all where this one does not.</param>
/// <param name="Agreement">Share of points to which trees of resampled points give the same class, on average.</param>
public sealed record ClassTreeResult(
    TreeNode Root, double Complexity, double? Explained, double Accuracy, double MajorityAccuracy, double SameFirstSplit, double Agreement);
