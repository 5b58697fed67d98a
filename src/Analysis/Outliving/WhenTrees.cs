using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Grows trees of when: one for each arm against the reference, one for the best arm.</summary>
public static class WhenTrees
{
    /// <summary>Fewest environments that trees are grown from.</summary>
    public const int FewestEnvironments = 40;

    /// <summary>Name of the class without a difference that matters.</summary>
    public const string NoDifference = "no difference that matters";

    /// <summary>Name of the class in which no arm is ahead of all others by what matters.</summary>
    public const string NoneAhead = "none ahead";

    private const double Level = 0.95;
    private const int LeafShare = 50;

    /// <summary>How trees of so many environments grow: four splits deep, leaves of at least a fiftieth of them, and at least five.</summary>
    public static ClassTreeSettings SettingsFor(int environments) => new(MinLeaf: Math.Max(5, environments / LeafShare));

    /// <summary>The trees; none where arms were not run in the same environments, or in too few of them.</summary>
    /// <param name="study">The study.</param>
    /// <param name="reference">The rival of all other arms.</param>
    /// <param name="quantity">The ticks by which arms are judged.</param>
    public static IReadOnlyList<WhenTree> Of(OutlivingStudy study, Arm reference, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (!study.IsCrossed || study.Environments < FewestEnvironments || !study.IsComparable || study.OtherPaths.Count == 0)
        {
            return [];
        }

        var worlds = EnvironmentMeans.Of(study.Points, quantity);
        var settings = SettingsFor(worlds.Count);
        Func<WhenTree>[] trees =
        [
            .. study.Samples.Select(s => s.Arm).Where(a => a != reference)
                .Select(arm => (Func<WhenTree>)(() => Against(worlds, quantity, (arm, reference), study.MeaningfulTicks, settings))),
            () => Best(worlds, quantity, [.. study.Samples.Select(s => s.Arm)], study.MeaningfulTicks, settings),
        ];
        return SideBySide.Of(trees, grow => grow());
    }

    private static WhenTree Against(EnvironmentMeans worlds, Quantity quantity, (Arm Arm, Arm Rival) arms, double meaningful, ClassTreeSettings settings)
    {
        var differences = worlds.Differences(arms.Arm, arms.Rival);
        int[] classes = [.. differences.Select(d => worlds.Sign * d).Select(d => d >= meaningful && d > 0 ? 0 : d <= -meaningful && d < 0 ? 1 : 2)];
        string[] names = ["better", "worse", NoDifference];
        var tree = ClassificationTree.Of(worlds.Cloud, classes, names.Length, settings);
        var leaves = new List<WhenLeaf>();
        var root = Read(tree.Root, worlds.Cloud, [.. Enumerable.Range(0, worlds.Count)], "", (_, p) => differences[p], names, leaves);
        return new(quantity, arms.Arm, arms.Rival, names, tree with { Root = root }, leaves);
    }

    private static WhenTree Best(EnvironmentMeans worlds, Quantity quantity, IReadOnlyList<Arm> arms, double meaningful, ClassTreeSettings settings)
    {
        string[] names = [.. arms.Select(a => a.Level), NoneAhead];
        int[] classes = [.. Enumerable.Range(0, worlds.Count).Select(p => worlds.BestOf(p, arms, meaningful) ?? arms.Count)];
        var tree = ClassificationTree.Of(worlds.Cloud, classes, names.Length, settings);
        var leaves = new List<WhenLeaf>();
        double Regret(int said, int point) => said == arms.Count ? double.NaN : worlds.Regret(arms[said], point, arms);
        var root = Read(tree.Root, worlds.Cloud, [.. Enumerable.Range(0, worlds.Count)], "", Regret, names, leaves);
        return new(quantity, null, null, names, tree with { Root = WithShares(root) }, leaves);
    }

    // A node with what it says and its mean value, and the leaves below it in order. The value is NaN if absent.
    private static TreeNode Read(
        TreeNode node, PointCloud cloud, int[] points, string rule, Func<int, int, double> value, string[] names, List<WhenLeaf> leaves)
    {
        var said = ClassificationTree.ClassOf(node);
        double[] values = [.. points.Select(p => value(said, p))];
        var read = node with { Mean = values.Average(), Says = WhenTree.SaysOf(node, names) };
        if (node.Split is not { } split)
        {
            var ticks = MeanInterval.Of(values, Level) is { Lower: { } lower, Upper: { } upper } mean ? new Interval(mean.Value, lower, upper) : null;
            leaves.Add(new(
                rule.Length == 0 ? "all environments" : rule,
                names[said],
                node.Points,
                [.. node.ClassCounts.Select(c => (double)c / node.Points)],
                double.IsNaN(values[0]) ? null : ticks ?? new(values[0], double.NaN, double.NaN)));
            return read;
        }

        var sides = points.ToLookup(p => split.GoesLeft(cloud, p));
        string And(string condition) => rule.Length == 0 ? condition : $"{rule} and {condition}";
        return read with
        {
            Split = split with
            {
                Left = Read(split.Left, cloud, [.. sides[true]], And(split.Condition), value, names, leaves),
                Right = Read(split.Right, cloud, [.. sides[false]], And(split.Otherwise), value, names, leaves),
            },
        };
    }

    // Regrets of different arms are no scale: nodes of the best arm show how often it is the best.
    private static TreeNode WithShares(TreeNode node) => node with
    {
        Mean = (double)node.ClassCounts[ClassificationTree.ClassOf(node)] / node.Points,
        Split = node.Split is { } split ? split with { Left = WithShares(split.Left), Right = WithShares(split.Right) } : null,
    };
}
