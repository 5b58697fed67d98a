using LeadershipSim.Analysis.Replication;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Analysis.Tests.Replication;

public sealed class PrecisionJudgeTests
{
    /// <summary>Wilson's interval for 7 of 20 is .18119 to .56715 (R: prop.test(7, 20, correct = FALSE)).</summary>
    [Fact]
    public void The_interval_of_a_share_is_Wilsons()
    {
        var share = new SharePrecision();
        Assert.Equal(double.PositiveInfinity, share.HalfWidth(0.95));
        for (var k = 0; k < 20; k++)
        {
            share.Add(k < 7 ? 1 : 0);
        }

        Assert.Equal((0.5671457 - 0.1811918) / 2, share.HalfWidth(0.95), 1e-6);
    }

    /// <summary>1, 2, 3, 4 have mean 2.5 and standard error √(5/12); t(.975; 3) = 3.182446.</summary>
    [Fact]
    public void The_interval_of_a_mean_is_Students()
    {
        var (absolute, relative) = (new MeanPrecision(isRelative: false), new MeanPrecision(isRelative: true));
        Assert.Equal(double.PositiveInfinity, absolute.HalfWidth(0.95));
        foreach (var value in (double[])[1, 2, 3, 4])
        {
            absolute.Add(value);
            relative.Add(value);
        }

        Assert.Equal(3.182446305 * Math.Sqrt(5.0 / 12), absolute.HalfWidth(0.95), 1e-8);
        Assert.Equal(3.182446305 * Math.Sqrt(5.0 / 12) / 2.5, relative.HalfWidth(0.95), 1e-8);
    }

    /// <summary>
    /// By hand: of 48 pairs 9 are better and 4 worse, so with one more of either of 50: p = .2 and .1, and
    /// 1.959964·√((.3 − .01)/50) = .149266.
    /// </summary>
    [Fact]
    public void The_interval_of_a_paired_difference_of_shares_is_that_of_Bonett_and_Price()
    {
        var difference = new ShareDifferencePrecision();
        for (var k = 0; k < 48; k++)
        {
            difference.Add(k < 9 ? 1 : k < 13 ? -1 : 0);
        }

        Assert.Equal(1.959963985 * Math.Sqrt(0.29 / 50), difference.HalfWidth(0.95), 1e-8);
    }

    [Fact]
    public void Runs_that_all_agree_are_no_proof_of_precision()
    {
        var judge = Judge(new() { Output = "failed", HalfWidth = 0.05 }, lookAhead: 0);
        Observe(judge, 30, (_, _) => 0);
        judge.Look(30, null);
        Assert.All(judge.Points, p => Assert.False(p.IsPrecise));

        // Wilson's half-width for 0 of n is z²/(2(n + z²)): .05 from n = 35 on.
        Observe(judge, 5, (_, _) => 0, from: 30);
        judge.Look(35, null);
        Assert.All(judge.Points, p => Assert.True(p.IsPrecise));
    }

    [Fact]
    public void A_point_is_precise_when_enough_looks_in_a_row_say_so()
    {
        var judge = Judge(new() { Output = "endTick", HalfWidth = 1 }, lookAhead: 2);
        Observe(judge, 10, (_, _) => 100);
        judge.Look(10, null);
        judge.Look(20, null);
        Assert.Contains("precise since 10 replicates, confirmed by 1 of 2", judge.Points[0].Reason, StringComparison.Ordinal);

        // A single wild run makes the interval wide, and the count of looks starts again.
        Observe(judge, 1, (point, _) => point == 0 ? 200 : 100, from: 10);
        judge.Look(30, null);
        Assert.False(judge.Points[0].IsPrecise);
        Assert.Contains("endTick has half-width 20.3; the goal is 1", judge.Points[0].Reason, StringComparison.Ordinal);
        Assert.True(judge.Points[1].IsPrecise);
        Assert.Equal("precise since 10 replicates", judge.Points[1].Reason);
    }

    [Fact]
    public void Contrasts_are_judged_pair_by_pair_and_the_first_policy_has_none()
    {
        // Both vary a lot, and from each other by nothing.
        var judge = Judge(new() { Output = "endTick", ContrastHalfWidth = 0.001 }, lookAhead: 0);
        Observe(judge, 20, (_, replicate) => replicate * 17 % 100);
        judge.Look(20, null);
        Assert.All(judge.Points, p => Assert.True(p.IsPrecise));

        Observe(judge, 20, (point, replicate) => point * (replicate % 2), from: 20);
        judge.Look(40, null);
        Assert.Equal([true, false, true, false], judge.Points.Select(p => p.IsPrecise));
        Assert.Contains("the difference of endTick from the first policy has half-width", judge.Points[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_run_does_not_have_is_left_out_and_failed_runs_too()
    {
        var judge = Judge(new() { Output = "residualLife", HalfWidth = 1 }, lookAhead: 0);
        Observe(judge, 30, (_, replicate) => replicate == 0 ? 5 : double.NaN);
        judge.Observe(new RunRow("", 0, 0, 30, [], "", "", "", "it broke"));
        judge.Look(31, null);
        Assert.All(judge.Points, p => Assert.Equal("residualLife has too few values for an interval", p.Reason));
    }

    // Two policies at two reliabilities of channels; policies are the inner factor.
    private static PrecisionJudge Judge(PrecisionGoal goal, int lookAhead)
    {
        var spec = new ExperimentSpec
        {
            Name = "judged",
            Question = "",
            Expectation = "",
            Baseline = new(),
            Factors = [],
            Design = new FullFactorial(),
            Replicates = 100,
            Replication = new() { Max = 100, LookAhead = lookAhead, Until = [goal] },
            Seed = 1,
            Analyses = [],
            Figures = [],
            SourceText = "",
        };
        DesignPoint[] points =
        [
            .. from remote in (double[])[0.2, 0.6]
               from policy in (string[])["hoarding", "distributed"]
               select (remote, policy) into level
               select new DesignPoint((level.remote > 0.5 ? 2 : 0) + (level.policy == "hoarding" ? 0 : 1),
                   "", [new("channels.remote", level.remote), new("policy", level.policy)], new Scenario()),
        ];
        return new PrecisionJudge(spec, points);
    }

    private static void Observe(PrecisionJudge judge, int replicates, Func<int, int, double> value, int from = 0)
    {
        for (var replicate = from; replicate < from + replicates; replicate++)
        {
            for (var point = 0; point < 4; point++)
            {
                double[] outputs = [.. Enumerable.Repeat(value(point, replicate), OutputCatalog.All.Count)];
                judge.Observe(new RunRow("", 0, point, replicate, outputs, "horizon", "", ""));
            }
        }
    }
}
