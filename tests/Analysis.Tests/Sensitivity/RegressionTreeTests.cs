using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class RegressionTreeTests
{
    // Steps at x = .5, and for the policies a and c above that: two splits, no error left.
    [Fact]
    public void Steps_are_found_where_they_are_with_sets_of_labels()
    {
        string[] policies = ["a", "b", "c", "d"];
        var points = Enumerable.Range(0, 80).Select(i => (X: ((i / 4) + 0.5) / 20, Policy: policies[i % 4])).ToList();
        PointCloud cloud = new([FactorColumn.Of("x", points.Select(p => p.X)), FactorColumn.Of("policy", points.Select(p => p.Policy))]);
        var found = RegressionTree.Of(
            cloud, OutputSample.Single("Y", points.Select(p => p.X < 0.5 ? 0 : p.Policy is "a" or "c" ? 10 : 20.0)), new TreeSettings());
        Assert.Equal(1, found.Determination!.Value, 1e-12);
        Assert.Equal(0.5, found.Root.Split!.Below!.Value, 1e-12);
        Assert.Equal(["a", "c"], found.Root.Split.Right.Split!.Labels.Order());
        Assert.Equal([0.0, 10, 20], found.Root.Leaves.Select(l => l.Mean));
        Assert.Equal(2, found.Root.Depth);

        // Squared errors: 80 points, half 0, a quarter 10, a quarter 20; the first split takes 80·7.5², the second 40·5².
        Assert.Equal(4500 / 5500.0, found.Importance[0].Share, 1e-12);
    }

    [Fact]
    public void Depth_leaves_and_complexity_bound_the_tree()
    {
        PointCloud cloud = new([FactorColumn.Of("x", Enumerable.Range(0, 64).Select(i => (double)i))]);
        var line = OutputSample.Single("Y", Enumerable.Range(0, 64).Select(i => (double)i));
        Assert.Equal(3, RegressionTree.Of(cloud, line, new TreeSettings(3, 1, 0)).Root.Depth);
        Assert.All(RegressionTree.Of(cloud, line, new TreeSettings(9, 7, 0)).Root.Leaves, l => Assert.True(l.Points >= 7));

        // Each halving takes three quarters of the error that is left: the first .75 of the root's, the two next .09375 each.
        Assert.Equal(2, RegressionTree.Of(cloud, line, new TreeSettings(9, 1, 0.2)).Root.Leaves.Count());
    }

    [Fact]
    public void A_constant_output_is_a_single_leaf()
    {
        PointCloud cloud = new([FactorColumn.Of("x", Enumerable.Range(0, 20).Select(i => (double)i))]);
        var found = RegressionTree.Of(cloud, OutputSample.Single("Y", Enumerable.Repeat(0.1, 20)), new TreeSettings());
        Assert.Null(found.Root.Split);
        Assert.Equal(0, found.Importance[0].Share);
    }
}
