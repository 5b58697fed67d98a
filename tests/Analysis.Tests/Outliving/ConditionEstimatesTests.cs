using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class ConditionEstimatesTests
{
    [Fact]
    public void Shares_are_pooled_over_the_factors_that_are_not_looked_at()
    {
        OutlivingSummary[] groups =
        [
            Group("equal", "1", "a", alive: 8), Group("equal", "1", "b", alive: 6), Group("equal", "2", "a", alive: 2), Group("equal", "2", "b", alive: 0),
        ];

        var estimates = ConditionEstimates.OfOutliving(groups, ["x"]);

        Assert.Equal(["1", "2"], estimates.Select(e => e.Levels[0]));
        Assert.Equal([0.7, 0.1], estimates.Select(e => e.Value!.Value));
        Assert.Equal([20, 20], estimates.Select(e => e.Runs));
    }

    [Fact]
    public void Differences_are_taken_replicate_by_replicate()
    {
        var (first, second) = (ConditionEstimates.OfOutliving([Group("a", "1", "", 10)], ["x"])[0],
            ConditionEstimates.OfOutliving([Group("b", "1", "", 5)], ["x"])[0]);

        // Ten differences, half of them 1 and half 0: mean 1/2, Student's interval with variance 5/18 and t(9) = 2.262157.
        var difference = first.Minus(second)!;
        Assert.Equal(0.5, difference.Value, 12);
        Assert.Equal(0.5 - (2.262157 * Math.Sqrt(5.0 / 18 / 10)), difference.Lower!.Value, 5);
    }

    // Ten replicates whose leadership leaves at tick 10; so many of them live on to the horizon.
    private static OutlivingSummary Group(string arm, string x, string other, int alive) => OutlivingSummary.Of(
        new RunGroup(new Arm("policy", arm), [("x", x), ("other", other)],
            [.. Enumerable.Range(0, 10).Select(r => new ProgramRun(r, r < alive ? 200 : 20, r >= alive, 10, null, 200))]), 52, 100);
}
