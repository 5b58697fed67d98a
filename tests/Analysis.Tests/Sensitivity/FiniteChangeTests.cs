using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class FiniteChangeTests
{
    private static readonly FactorialLayout Rules = FactorialLayout.Of(
        [FactorColumn.Of("a", ["no", "no", "yes", "yes"]), FactorColumn.Of("b", ["off", "on", "off", "on"])]);

    // f(no, off) = 10, a alone + 3, b alone − 1, both + 7: the interaction is 7 − 3 + 1 = 5, totals 8 and 4.
    [Fact]
    public void Changes_of_two_rules_are_those_by_hand()
    {
        var found = FiniteChange.Of(Rules, OutputSample.Single("Y", [10, 9, 13, 17.0]), [1, 1]);
        Assert.Equal((10.0, 7.0), (found.Baseline.Value, found.Change.Value));
        Assert.Equal((3.0, 5.0, 8.0), (found.Factors[0].First.Value, found.Factors[0].Interaction.Value, found.Factors[0].Total.Value));
        Assert.Equal((-1.0, 5.0, 4.0), (found.Factors[1].First.Value, found.Factors[1].Interaction.Value, found.Factors[1].Total.Value));
        Assert.Equal(5, Assert.Single(found.Interactions).Change.Value);
        Assert.Equal(("no", "yes"), (found.Factors[0].From, found.Factors[0].To));
        Assert.Null(found.Change.Lower);
    }

    // Chance that a replicate adds to all its points is in the baseline and in no change.
    [Fact]
    public void Chance_that_points_share_cancels_out_of_changes()
    {
        double[] chance = [-2, 0.5, 1.5, 3];
        IReadOnlyList<double?>[] values = [.. new[] { 10, 9, 13, 17.0 }.Select(v => (IReadOnlyList<double?>)[.. chance.Select(c => (double?)(v + c))])];
        var found = FiniteChange.Of(Rules, new OutputSample("Y", values, ChanceSharing.AllPoints), [1, 1]);
        Assert.Equal(new IndexEstimate(3, 3, 3), found.Factors[0].First);
        Assert.True(found.Baseline.Upper - found.Baseline.Lower > 1);
    }

    // φ over all sets of three factors adds up to the whole change, and total − first = interaction: for any output.
    [Fact]
    public void All_changes_add_up_to_the_whole_change()
    {
        var layout = FactorialLayout.Of(
            [.. Enumerable.Range(0, 3).Select(k => FactorColumn.Of($"x{k}", Enumerable.Range(0, 8).Select(p => (double)(p >> k & 1))))]);
        double[] y = [3, 1, 4, 1.5, 9, 2.6, 5, 3.5];
        var found = FiniteChange.Of(layout, OutputSample.Single("Y", y), [1, 1, 1]);
        Assert.Equal(y[7] - y[0], found.Change.Value, 1e-12);
        Assert.Equal(found.Change.Value, found.Factors.Sum(f => f.First.Value) + found.Interactions.Sum(i => i.Change.Value), 1e-12);
        Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(y[7] - y[7 ^ (1 << k)], found.Factors[k].Total.Value, 1e-12));
    }

    [Fact]
    public void Combinations_that_are_missing_are_counted_and_refused()
    {
        var error = Assert.Throws<IncompleteDesignException>(() =>
            FactorialLayout.Of([FactorColumn.Of("a", ["x", "y", "y"]), FactorColumn.Of("b", [1.0, 1, 2])]));
        Assert.Contains("2 × 2 levels has 4 design points, and there are 3", error.Message, StringComparison.Ordinal);
    }
}
