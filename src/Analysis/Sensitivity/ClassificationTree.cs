using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// A classification tree (CART): splits points in two, again and again, where that takes away most of the Gini impurity; how far it is cut
/// back is chosen by cross-validation, and how stable it is by growing it from resampled points.
/// </summary>
/// <remarks>
/// Breiman, Friedman, Olshen and Stone (1984), https://doi.org/10.1201/9781315139470: cost-complexity pruning with the rule of one standard
/// error. The loss is Brier's, Σ_k (1[class = k] − share of k in the leaf)², so that leaves with the same most frequent class and other
/// shares count as different. Misleads when read as the one right order of factors: where two do equally well, chance chooses.
/// </remarks>
public static class ClassificationTree
{
    // Shares of the root's impurity that a split has to take away for each leaf it adds.
    private static readonly double[] Complexities = [0.0025, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 1];

    /// <summary>The tree of some points.</summary>
    /// <param name="cloud">The points.</param>
    /// <param name="classes">The class of each, from 0.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="settings">How far it grows, and how it is checked.</param>
    public static ClassTreeResult Of(PointCloud cloud, IReadOnlyList<int> classes, int classCount, ClassTreeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(settings);
        var search = new ClassSplitSearch(cloud, classes, classCount, settings.MinLeaf);
        var (loss, without, accuracy) = CrossValidated(search, cloud, classes, settings);
        var (means, errors) = (loss.Select(l => l.Average()).ToArray(), loss.Select(ErrorOf).ToArray());
        var least = Array.IndexOf(means, means.Min());
        var chosen = Array.FindLastIndex(means, m => m <= means[least] + errors[least]);
        int[] all = [.. Enumerable.Range(0, cloud.Points)];
        var root = Grown(search, all, settings.MaxDepth, Complexities[chosen]);
        var (sameFirst, agreement) = Stability(search, cloud, root, Complexities[chosen], settings);
        return new(
            root,
            Complexities[chosen],
            without > 0 ? 1 - (means[chosen] / without) : null,
            accuracy[chosen],
            (double)root.ClassCounts.Max() / cloud.Points,
            sameFirst,
            agreement);
    }

    /// <summary>The leaf that a point belongs to.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="cloud">The points.</param>
    /// <param name="point">The point.</param>
    public static TreeNode LeafOf(TreeNode root, PointCloud cloud, int point)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(cloud);
        var node = root;
        while (node.Split is { } split)
        {
            node = split.GoesLeft(cloud, point) ? split.Left : split.Right;
        }

        return node;
    }

    private static TreeNode Grown(ClassSplitSearch search, int[] points, int depth, double complexity)
    {
        var full = Grow(search, search.Sorted(points), depth);
        return RegressionTree.Prune(full, complexity * full.SquaredError);
    }

    private static TreeNode Grow(ClassSplitSearch search, SortedPoints node, int depth)
    {
        var (counts, points) = (search.CountsOf(node.Points), node.Points.Length);
        var split = depth == 0 || counts.Max() == points ? null : search.Best(node, counts);
        var impurity = points - (counts.Sum(c => (double)c * c) / points);
        return new((double)counts.Max() / points, points, impurity, split is null ? null
            : new(split.Factor, split.Below, split.Labels, Grow(search, split.Left, depth - 1), Grow(search, split.Right, depth - 1)))
        {
            ClassCounts = counts,
        };
    }

    // Losses of each point left out, by complexity, and of all without splits; the share of right classes, by complexity.
    private static (double[][] Loss, double Without, double[] Accuracy) CrossValidated(
        ClassSplitSearch search, PointCloud cloud, IReadOnlyList<int> classes, ClassTreeSettings settings)
    {
        var order = Shuffled(cloud.Points, settings.Seed);
        var folds = Math.Min(settings.Folds, cloud.Points);
        var loss = Complexities.Select(_ => new double[cloud.Points]).ToArray();
        var (right, without) = (new int[Complexities.Length], new double[cloud.Points]);
        for (var fold = 0; fold < folds; fold++)
        {
            int[] held = [.. order.Where((_, i) => i % folds == fold)];
            var full = Grow(search, search.Sorted([.. order.Where((_, i) => i % folds != fold)]), settings.MaxDepth);
            Array.ForEach(held, point => without[point] = LossOf(full, classes[point]));
            for (var c = 0; c < Complexities.Length; c++)
            {
                var tree = RegressionTree.Prune(full, Complexities[c] * full.SquaredError);
                foreach (var point in held)
                {
                    var leaf = LeafOf(tree, cloud, point);
                    loss[c][point] = LossOf(leaf, classes[point]);
                    right[c] += ClassOf(leaf) == classes[point] ? 1 : 0;
                }
            }
        }

        return (loss, without.Average(), [.. right.Select(r => (double)r / cloud.Points)]);
    }

    // Brier's score of the shares of a node.
    private static double LossOf(TreeNode node, int ofClass) =>
        node.ClassCounts.Select((n, k) => Math.Pow((ofClass == k ? 1 : 0) - ((double)n / node.Points), 2)).Sum();

    // Trees of resampled points: how many split first on the same factor, and how many points get the same class.
    private static (double SameFirst, double Agreement) Stability(
        ClassSplitSearch search, PointCloud cloud, TreeNode root, double complexity, ClassTreeSettings settings)
    {
        var random = new RandomStream(SplitMix64.Combine(settings.Seed, 1));
        var (same, agreeing) = (0, 0L);
        var own = ClassesOf(root, cloud);
        for (var b = 0; b < settings.Resamples; b++)
        {
            var drawn = new int[cloud.Points];
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[i] = random.NextIndex(drawn.Length);
            }

            var tree = Grown(search, drawn, settings.MaxDepth, complexity);
            same += tree.Split?.Factor == root.Split?.Factor ? 1 : 0;
            agreeing += ClassesOf(tree, cloud).Zip(own).Count(x => x.First == x.Second);
        }

        return ((double)same / settings.Resamples, (double)agreeing / settings.Resamples / cloud.Points);
    }

    // The class of the leaf of every point.
    private static int[] ClassesOf(TreeNode root, PointCloud cloud)
    {
        var classes = new int[cloud.Points];
        Classify(root, cloud, [.. Enumerable.Range(0, classes.Length)], classes);
        return classes;
    }

    private static void Classify(TreeNode node, PointCloud cloud, int[] points, int[] classes)
    {
        if (node.Split is not { } split)
        {
            var said = ClassOf(node);
            Array.ForEach(points, p => classes[p] = said);
            return;
        }

        var sides = split.SidesOf(cloud);
        Classify(split.Left, cloud, Array.FindAll(points, sides), classes);
        Classify(split.Right, cloud, Array.FindAll(points, p => !sides(p)), classes);
    }

    /// <summary>The most frequent class of a node; of equally frequent ones the first.</summary>
    internal static int ClassOf(TreeNode node)
    {
        var best = 0;
        for (var k = 1; k < node.ClassCounts.Count; k++)
        {
            best = node.ClassCounts[k] > node.ClassCounts[best] ? k : best;
        }

        return best;
    }

    private static double ErrorOf(double[] losses)
    {
        var mean = losses.Average();
        return Math.Sqrt(losses.Sum(l => (l - mean) * (l - mean)) / Math.Max(1, losses.Length - 1) / losses.Length);
    }

    private static int[] Shuffled(int count, ulong seed)
    {
        var random = new RandomStream(seed);
        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
