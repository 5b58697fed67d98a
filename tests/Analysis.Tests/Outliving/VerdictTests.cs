using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class VerdictTests
{
    // Differences 3, 3 and 9: mean 5, error 2; Student's quantile with two degrees of freedom is 4.302653.
    [Fact]
    public void Of_few_clusters_verdicts_rest_on_Students_interval()
    {
        var found = ArmContrast.Of(Sample("a", 13, 13, 19), Sample("b", 10, 10, 10), Quantity.Expected(100, false)[0]).Interval!;

        Assert.Equal(5, found.Estimate, 1e-9);
        Assert.Equal(5 - (2 * 4.302652729911275), found.Lower, 1e-9);
        Assert.Equal(OutlivingVerdict.NoDifferenceShown, Verdicts.Of(found, 5));

        static ArmSample Sample(string arm, params int[] lived) => ArmSample.Of(
            [(new RunGroup(new("policy", arm), [], [.. lived.Select((t, r) => new ProgramRun(r, t, true, 1, null, 100))]), 1.0, 0)], false);
    }

    [Theory]
    [InlineData(30, 10, 50, OutlivingVerdict.Better)]
    [InlineData(-30, -50, -10, OutlivingVerdict.Worse)]
    [InlineData(30, -1, 61, OutlivingVerdict.NoDifferenceShown)]
    [InlineData(20, 15, 25, OutlivingVerdict.NoDifferenceShown)] // certain, and smaller than what matters
    [InlineData(0, 0, 0, OutlivingVerdict.NoDifferenceShown)]
    [InlineData(5, double.NaN, double.NaN, OutlivingVerdict.NotEstimable)]
    public void A_verdict_needs_an_interval_without_zero_and_a_difference_that_matters(
        double estimate, double lower, double upper, OutlivingVerdict expected) =>
        Assert.Equal(expected, Verdicts.Of(new Interval(estimate, lower, upper), 26));

    [Fact]
    public void Without_interval_there_is_no_verdict() => Assert.Equal(OutlivingVerdict.NotEstimable, Verdicts.Of(null, 26));

    // Replicate 0: 80 against 50 ticks; replicate 1: 80 against 40. Differences 30 and 40, mean 35, error 5; t(.975, 1) = 12.7062.
    [Fact]
    public void Conditions_are_judged_replicate_by_replicate()
    {
        StudyPoint Point(string arm, int environment, params int[] lived) => new(
            new RunGroup(
                new("policy", arm),
                [("x", $"{environment}")],
                [.. lived.Select((ticks, r) => new ProgramRun(r, 20 + ticks, ticks < 80, 21, null, 100))]),
            1,
            environment);

        StudyPoint[] points = [Point("a", 0, 50, 40), Point("b", 0, 80, 80), Point("a", 1, 80), Point("b", 1, 10)];
        var found = ConditionVerdict.Of(points, new("policy", "a"), meaningfulTicks: 5).ToArray();

        Assert.Equal(35, found[0].Difference!.Estimate);
        Assert.Equal(35 - (12.706204736 * 5), found[0].Difference!.Lower, 1e-6);
        Assert.Equal([OutlivingVerdict.NoDifferenceShown, OutlivingVerdict.NotEstimable], found.Select(v => v.Verdict));

        // Regret of a: 35 in environment 0, 0 in 1; of b: 0 and 70.
        var regrets = EnvironmentComparison.Of(points, 100);
        Assert.Equal([17.5, 35], regrets.Select(r => r.Regret!.Estimate));
        Assert.All(regrets, r => Assert.Equal(r.Environments, r.Best + r.Worse + r.Undecided));
    }
}
