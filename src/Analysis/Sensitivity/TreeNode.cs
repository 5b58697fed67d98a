namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>A node of a regression tree.</summary>
/// <param name="Mean">Mean of the output at its design points.</param>
/// <param name="Points">Its design points.</param>
/// <param name="SquaredError">Σ(y − mean)² of its points.</param>
/// <param name="Split">How it is split; null for a leaf.</param>
public sealed record TreeNode(double Mean, int Points, double SquaredError, TreeSplit? Split)
{
    /// <summary>How many of its points each class has; empty where the output is a number.</summary>
    public IReadOnlyList<int> ClassCounts { get; init; } = [];

    /// <summary>What it says, in words; empty where its mean says it.</summary>
    public string Says { get; init; } = "";

    /// <summary>The leaves below it, itself if it is one, from left to right.</summary>
    public IEnumerable<TreeNode> Leaves => Split is null ? [this] : Split.Left.Leaves.Concat(Split.Right.Leaves);

    /// <summary>Splits from here to the farthest leaf.</summary>
    public int Depth => Split is null ? 0 : 1 + Math.Max(Split.Left.Depth, Split.Right.Depth);
}

/// <summary>A split of a node.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Below">Points with a smaller value go left; null for a factor without order.</param>
/// <param name="Labels">Points with one of these labels go left; empty for a factor of numbers.</param>
/// <param name="Left">The left part.</param>
/// <param name="Right">The right part.</param>
public sealed record TreeSplit(string Factor, double? Below, IReadOnlyList<string> Labels, TreeNode Left, TreeNode Right)
{
    /// <summary>What holds on the left, in words.</summary>
    public string Condition => Below is { } value
        ? Invariant($"{Factor} < {value:G4}")
        : Labels.Count == 1 ? $"{Factor} = {Labels[0]}" : $"{Factor}: {string.Join(", ", Labels)}";

    /// <summary>Whether a point of a cloud goes left.</summary>
    internal bool GoesLeft(PointCloud cloud, int point)
    {
        var factor = cloud.Factors.First(f => f.Name == Factor);
        return Below is { } below ? factor.Numbers![point] < below : Labels.Contains(factor.Labels[point]);
    }

    /// <summary>What holds on the right, in words.</summary>
    public string Otherwise => Below is { } value ? Invariant($"{Factor} ≥ {value:G4}") : $"other {Factor}";
}
