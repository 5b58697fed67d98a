using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Calibration;

public sealed class SummaryValueTests
{
    // Ends at 5 and 12, last seen at 8 and 30; one row without an event column.
    private static readonly ObservedLives Lives = new("programs.csv", "weeks", "closed", [(5, 1), (8, 0), (12, 1), (30, 0), (9, double.NaN)]);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0.75)]
    [InlineData(11, 0.75)]
    [InlineData(12, 0.375)]
    [InlineData(30, 0.375)]
    public void Survival_is_the_product_of_what_is_left_at_each_end(double ticks, double expected)
    {
        // S(5) = 3/4, S(12) = 3/4 · 1/2.
        Assert.Equal(expected, SummaryValue.Observed(OfLives(StatisticKind.Survival, ticks)).Value, 1e-12);
    }

    [Fact]
    public void Greenwoods_variance_comes_with_it()
    {
        // S² Σ d/(n(n − d)): at 12, .375² (1/(4·3) + 1/(2·1)).
        Assert.Equal(0.375 * 0.375 * ((1 / 12.0) + 0.5), SummaryValue.Observed(OfLives(StatisticKind.Survival, 12)).Variance!.Value, 1e-12);
        Assert.Equal(0.04, SummaryValue.Observed(OfLives(StatisticKind.Survival, 12) with { Variance = 0.04 }).Variance!.Value, 1e-12);
    }

    [Fact]
    public void The_restricted_mean_is_the_area_under_the_curve()
    {
        // To 20: 5 · 1 + 7 · .75 + 8 · .375.
        Assert.Equal(13.25, SummaryValue.Observed(OfLives(StatisticKind.RestrictedMean, 20)).Value, 1e-12);
    }

    [Fact]
    public void A_stated_value_is_taken_as_it_is() =>
        Assert.Equal((0.4, null), SummaryValue.Observed(new SummaryStatistic { Statistic = StatisticKind.Mean, Output = Output("failed"), Observed = 0.4 }));

    [Fact]
    public void Statistics_of_runs_leave_out_runs_without_a_value()
    {
        var engine = new TickEngine();
        var scenario = new Scenario { HorizonTicks = 60 } with { Organization = new() { Seats = 8, Sites = 1 } };
        ProgramOutcome[] runs = [.. Enumerable.Range(0, 20).Select(r => engine.Run(scenario, new RunSeed(3, (ulong)r)))];
        double[] exits = [.. runs.Where(r => r.FoundingExit.Occurred).Select(r => (double)r.FoundingExit.Tick).Order()];
        Assert.InRange(exits.Length, 2, 19);
        var output = Output("foundingExitTick");
        double Of(StatisticKind kind, double? share = null) => SummaryValue.Of(new SummaryStatistic { Statistic = kind, Output = output, Share = share }, runs);
        Assert.Equal(exits.Average(), Of(StatisticKind.Mean), 1e-9);
        Assert.Equal((exits[(exits.Length - 1) / 2] + exits[exits.Length / 2]) / 2, Of(StatisticKind.Median), 1e-9);
        Assert.Equal(exits[0], Of(StatisticKind.Quantile, 0), 1e-9);
        Assert.Equal(Math.Sqrt(exits.Sum(e => Math.Pow(e - exits.Average(), 2)) / (exits.Length - 1)), Of(StatisticKind.StandardDeviation), 1e-9);
    }

    [Fact]
    public void What_no_run_has_does_not_exist()
    {
        var run = new TickEngine().Run(new Scenario { HorizonTicks = 1 }, new RunSeed(1, 0));
        Assert.False(run.FoundingExit.Occurred);
        Assert.True(double.IsNaN(SummaryValue.Of(OfLives(StatisticKind.Survival, 1), [run])));
        Assert.True(double.IsNaN(SummaryValue.Of(new SummaryStatistic { Statistic = StatisticKind.Mean, Output = Output("foundingExitTick") }, [run])));
        Assert.True(double.IsNaN(SummaryValue.Of(new SummaryStatistic { Statistic = StatisticKind.StandardDeviation, Output = Output("endTick") }, [run])));
    }

    private static Output Output(string name) => OutputCatalog.All.Single(o => o.Name == name);

    private static SummaryStatistic OfLives(StatisticKind kind, double ticks) => new() { Statistic = kind, Ticks = ticks, Data = Lives };
}
