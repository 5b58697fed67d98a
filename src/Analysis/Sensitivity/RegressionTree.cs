namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// A regression tree (CART): splits points in two, again and again, where that takes away most of the squared error of the point means;
/// then cuts off branches that take away less than the complexity for each leaf they add.
/// </summary>
/// <remarks>
/// Breiman, Friedman, Olshen and Stone (1984), https://doi.org/10.1201/9781315139470. Factors without order are split into sets of labels. Shows
/// interactions and
/// thresholds as rules. Misleads when read as the one right order of factors: where two factors do equally well chance chooses, and the
/// determination is of the points that the tree was grown from, so that it is too large for others.
/// </remarks>
public static class RegressionTree
{
    /// <summary>The tree of an output.</summary>
    /// <param name="cloud">The design points.</param>
    /// <param name="output">The output of every run; points without values are left out.</param>
    /// <param name="settings">How far it grows.</param>
    public static TreeResult Of(PointCloud cloud, OutputSample output, TreeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var (present, values) = cloud.With(output);
        var means = TwoLevelBootstrap.Means(values);
        var search = new SplitSearch(present, means, settings.MinLeaf);
        var grown = Grow(search, means, [.. Enumerable.Range(0, means.Length)], settings.MaxDepth);
        var root = Prune(grown, settings.Complexity * grown.SquaredError);
        var gains = new Dictionary<string, double>(StringComparer.Ordinal);
        AddGains(root, gains);
        var taken = gains.Values.Sum();
        return new(
            output.Name,
            root,
            root.SquaredError > 0 ? 1 - (root.Leaves.Sum(l => l.SquaredError) / root.SquaredError) : null,
            [.. present.Factors.Select(f => new TreeImportance(f.Name, taken > 0 ? gains.GetValueOrDefault(f.Name) / taken : 0))]);
    }

    private static TreeNode Grow(SplitSearch search, double[] means, int[] points, int depth)
    {
        var split = depth == 0 ? null : search.Best(points);
        return new(
            points.Average(p => means[p]),
            points.Length,
            search.ErrorOf(points),
            split is null ? null
                : new(split.Factor, split.Below, split.Labels, Grow(search, means, split.Left, depth - 1), Grow(search, means, split.Right, depth - 1)));
    }

    // From the leaves up: a branch stays if the squared error it takes away pays for its leaves.
    internal static TreeNode Prune(TreeNode node, double price)
    {
        if (node.Split is not { } split)
        {
            return node;
        }

        var kept = node with { Split = split with { Left = Prune(split.Left, price), Right = Prune(split.Right, price) } };
        var leaves = kept.Leaves.ToList();
        return node.SquaredError - leaves.Sum(l => l.SquaredError) >= price * (leaves.Count - 1) ? kept : node with { Split = null };
    }

    private static void AddGains(TreeNode node, Dictionary<string, double> gains)
    {
        if (node.Split is { } split)
        {
            gains[split.Factor] = gains.GetValueOrDefault(split.Factor) + node.SquaredError - split.Left.SquaredError - split.Right.SquaredError;
            AddGains(split.Left, gains);
            AddGains(split.Right, gains);
        }
    }
}
