using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class ClassificationTreeTests
{
    private static readonly ClassTreeSettings Settings = new();

    // Three classes along x, cut at .3 and .7. 30, 40 and 30 of 100 points: impurity 100 − (900 + 1600 + 900)/100 = 66; each cut leaves its far side pure.
    [Fact]
    public void Thresholds_are_found_and_left_out_points_foretold()
    {
        double[] x = [.. Enumerable.Range(0, 100).Select(i => (i + 0.5) / 100)];
        var found = ClassificationTree.Of(new([FactorColumn.Of("x", x)]), [.. x.Select(v => v < 0.3 ? 0 : v < 0.7 ? 1 : 2)], 3, Settings);

        Assert.Equal(66, found.Root.SquaredError, 1e-9);
        Assert.Equal([30, 40, 30], found.Root.ClassCounts);
        Assert.Equal(3, found.Root.Leaves.Count());
        Assert.All(found.Root.Leaves, leaf => Assert.Equal(0, leaf.SquaredError));
        Assert.True(found.Accuracy >= 0.97, $"{found.Accuracy}");
        Assert.Equal(0.4, found.MajorityAccuracy);
        Assert.Equal(1, found.SameFirstSplit);
    }

    // The class is a coin: shares of the leaves foretell no better than those of all points, so the rule of one standard error keeps no split.
    [Fact]
    public void Coins_make_a_single_leaf()
    {
        double[] x = [.. Enumerable.Range(0, 300).Select(i => (double)i)];
        var random = new RandomStream(5);
        var classes = new int[300];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = random.NextIndex(2);
        }

        var found = ClassificationTree.Of(new([FactorColumn.Of("x", x), FactorColumn.Of("y", x.Select(v => v % 17))]), classes, 2, Settings);

        Assert.Null(found.Root.Split);
        Assert.Equal(0, found.Explained);
    }

    [Fact]
    public void One_class_explains_nothing_and_needs_no_tree()
    {
        var found = ClassificationTree.Of(new([FactorColumn.Of("x", Enumerable.Range(0, 50).Select(i => (double)i))]), new int[50], 2, Settings);

        Assert.Null(found.Root.Split);
        Assert.Null(found.Explained);
        Assert.Equal((1, 1, 1), (found.Accuracy, found.MajorityAccuracy, found.Agreement));
    }

    [Fact]
    public void Depth_and_leaves_are_bounded()
    {
        double[] x = [.. Enumerable.Range(0, 256).Select(i => (double)i)];
        var found = ClassificationTree.Of(new([FactorColumn.Of("x", x)]), [.. x.Select(v => (int)v / 16 % 2)], 2, new(MaxDepth: 2, MinLeaf: 20));

        Assert.True(found.Root.Depth <= 2);
        Assert.All(found.Root.Leaves, leaf => Assert.True(leaf.Points >= 20));
    }
}
