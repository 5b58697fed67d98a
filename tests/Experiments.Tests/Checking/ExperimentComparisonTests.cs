using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tests.Running;

namespace LeadershipSim.Experiments.Tests.Checking;

public sealed class ExperimentComparisonTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void An_experiment_does_not_differ_from_itself()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var comparison = ExperimentComparison.Of(folder.Path, folder.Path);
        Assert.Empty(comparison.Settings);
        Assert.Equal((60, 0, 0, 0), (comparison.RunsInBoth, comparison.RunsOnlyInFirst, comparison.RunsOnlyInSecond, comparison.RunsDiffering));
        var mean = RunTable.Read(folder.Path).Numbers("endTick").Average();
        Assert.Equal(new OutputComparison("endTick", 0, mean, mean), comparison.Outputs[0]);
    }

    [Fact]
    public void Another_seed_is_a_setting_that_differs_and_leaves_no_run_in_both()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (Path.Combine(folder.Path, "first"), Path.Combine(folder.Path, "second"));
        SmallStudy.Run(first, _plan);
        SmallStudy.Run(second, SmallStudy.Plan(seed: 2));
        var comparison = ExperimentComparison.Of(first, second);
        Assert.Equal([new SettingDifference("seed", "1", "2")], comparison.Settings);
        Assert.Equal((0, 60, 60, 0), (comparison.RunsInBoth, comparison.RunsOnlyInFirst, comparison.RunsOnlyInSecond, comparison.RunsDiffering));
        Assert.NotEqual(comparison.Outputs[0].FirstMean, comparison.Outputs[0].SecondMean);
    }

    [Fact]
    public void A_metric_with_another_definition_is_a_setting_and_no_fault_of_its_runs()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (Path.Combine(folder.Path, "first"), Path.Combine(folder.Path, "second"));
        SmallStudy.Run(first, SmallStudy.Plan(more: "metrics: {low: \"ticks when vitality < 0.8\", top: \"max(authority)\", most: \"max over time of top\"}"));
        SmallStudy.Run(second, SmallStudy.Plan(more: "metrics: {low: \"ticks when vitality < 0.8\", top: \"max(power)\", most: \"max over time of top\"}"));
        var comparison = ExperimentComparison.Of(first, second);
        Assert.Equal([new SettingDifference("metrics.top", "\"max(authority)\"", "\"max(power)\"")], comparison.Settings);
        Assert.Equal((60, 0), (comparison.RunsInBoth, comparison.RunsDiffering));
        Assert.Equal(["most", "top"], comparison.Redefined);
        Assert.Contains(comparison.Outputs, o => o is { Output: "low", RunsDiffering: 0 });
        Assert.DoesNotContain(comparison.Outputs, o => o.Output == "most");
    }

    [Fact]
    public void A_run_with_other_bits_in_the_second_is_counted()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (Path.Combine(folder.Path, "first"), Path.Combine(folder.Path, "second"));
        SmallStudy.Run(first, _plan);
        SmallStudy.Run(second, _plan);
        var shards = new ShardSet(second, _plan, new RunColumns(_plan.Points), SmallStudy.ShardSize);
        RunRow[] rows = [.. shards.Read(1)];
        rows[0].Outputs[0]++;
        rows[2] = rows[2] with { StateDigest = "0000000000000000" };
        shards.Commit(1, rows);
        SmallStudy.Run(second, _plan);
        var comparison = ExperimentComparison.Of(first, second);
        Assert.Equal((60, 2), (comparison.RunsInBoth, comparison.RunsDiffering));
        Assert.Equal(1, comparison.Outputs[0].RunsDiffering);
        Assert.All(comparison.Outputs.Skip(1), o => Assert.Equal(0, o.RunsDiffering));
    }
}
