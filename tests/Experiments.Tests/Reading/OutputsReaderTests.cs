using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class OutputsReaderTests
{
    [Fact]
    public void What_is_asked_for_is_read_and_kept_in_the_resolved_experiment()
    {
        var spec = Read("outputs:\n  events: true\n  series: {every: 13, metrics: [meanKnowledge, vitality], replicates: 20}\n").Spec!;
        Assert.True(spec.Outputs.Events);
        Assert.Equal((13, 20), (spec.Outputs.Series!.EveryTicks, spec.Outputs.Series.Replicates));
        Assert.Equal(["meanKnowledge", "vitality"], spec.Outputs.Series.Metrics.Select(m => m.Name));

        using var folder = new TemporaryFolder();
        var plan = new ExperimentPlan(spec);
        var again = ExperimentReader.Read(folder.Write("resolved.json", plan.ResolvedJson)).Spec!;
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(again).ExperimentId);
        Assert.Equal(plan.ResolvedJson, new ExperimentPlan(again).ResolvedJson);
    }

    [Fact]
    public void Without_metrics_all_are_kept_and_without_outputs_nothing()
    {
        Assert.Equal(SeriesCatalog.All, Read("outputs: {series: {every: 1}}\n").Spec!.Outputs.Series!.Metrics);
        Assert.True(Read("").Spec!.Outputs.IsNone);
        Assert.True(Read("outputs: {events: false}\n").Spec!.Outputs.IsNone);
    }

    [Theory]
    [InlineData("outputs: [events]", "outputs is a list; allowed is a mapping of events, series")]
    [InlineData("outputs: {event: true}", "did you mean \"events\"?")]
    [InlineData("outputs: {events: yes}", "outputs.events is \"yes\"; allowed: true, false")]
    [InlineData("outputs: {series: {metrics: [vitality]}}", "the key \"every\" is missing")]
    [InlineData("outputs: {series: {every: 0}}", "outputs.series.every is \"0\"; allowed is a whole number from 1 to 1000000")]
    [InlineData("outputs: {series: {every: 1, metrics: []}}", "outputs.series.metrics is an empty list")]
    [InlineData("outputs: {series: {every: 1, metrics: [vitalty]}}", "did you mean \"vitality\"?")]
    [InlineData("outputs: {series: {every: 1, replicates: -1}}", "outputs.series.replicates is \"-1\"")]
    [InlineData("outputs: {series: 13}", "outputs.series is \"13\"; allowed is a mapping of every, metrics, replicates")]
    public void What_is_none_is_named_with_its_place(string text, string expected)
    {
        var problem = Assert.Single(Read(text + "\n").Problems).ToString();
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Matches(@"a\.yaml:\d+:\d+: ", problem);
    }

    private static ReadResult Read(string more)
    {
        using var folder = new TemporaryFolder();
        return ExperimentReader.Read(folder.Write("a.yaml", $"{ExperimentText.Valid}\n{more}"));
    }
}
