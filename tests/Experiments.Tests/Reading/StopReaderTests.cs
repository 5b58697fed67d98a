using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>A researcher's own rules that end programs.</summary>
public sealed class StopReaderTests
{
    private static readonly RunSeed Seed = new(3, 0);

    [Fact]
    public void A_stop_rule_ends_the_run_in_the_tick_in_which_it_has_held_for_so_long_with_its_cause()
    {
        var spec = Read("stop: {when: \"tick > 20 for 3 ticks\", cause: enough}").Spec!;
        var whole = new Vitalities();
        var stopped = new Vitalities();
        new TickEngine().Run(spec.Baseline with { Stop = [] }, Seed, whole);
        var outcome = new TickEngine().Run(spec.Baseline, Seed, stopped);
        Assert.Equal((23, EndCause.Stopped, "enough"), (outcome.EndTick, outcome.EndCause, outcome.StopCause));
        Assert.Equal(whole.Ticks[..24], stopped.Ticks);
        Assert.Equal(outcome.NeedEnd.Tick - 23, outcome.UnmetNeedTicks);
    }

    [Fact]
    public void The_cause_stands_in_the_row_and_in_the_event_of_the_end()
    {
        var plan = new ExperimentPlan(Read("stop: [{when: \"tick > 50\", cause: late}, {when: \"tick > 20\"}]\noutputs: {events: true}").Spec!);
        var recorder = new RunRecorder(plan.Outputs);
        var planned = recorder.Watch(plan[0]);
        var row = RunRow.Of(planned, new TickEngine().Run(planned.Point.Scenario, planned.Seed, planned.Observer));
        Assert.Equal("stopped", row.EndCause);
        Assert.Equal((21, "stopped"), recorder.Record().Events.Where(e => e.Kind == RunEventKind.End).Select(e => (e.Tick, e.Detail)).Single());
    }

    [Fact]
    public void A_program_that_fails_first_has_failed_and_without_rules_ids_stay_as_they_are()
    {
        var (with, without) = (new ExperimentPlan(Read("stop: {when: \"tick > 1000\"}").Spec!), new ExperimentPlan(Read("").Spec!));
        Assert.NotEqual(without[0].RunId, with[0].RunId);
        Assert.DoesNotContain("\"stop\"", without.ResolvedJson, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var again = new ExperimentPlan(ExperimentReader.ReadArchived(folder.Write("resolved.json", with.ResolvedJson)).Spec!);
        Assert.Equal((with.ExperimentId, with[0].RunId), (again.ExperimentId, again[0].RunId));

        // Nothing is decided well: the program fails by its own rule.
        var failing = with.Points[0].Scenario with { Viability = new() { Threshold = 1, GraceTicks = 1 }, Stop = [new() { When = new("", (in _) => true) }] };
        Assert.Equal(EndCause.Failure, new TickEngine().Run(failing, Seed).EndCause);
    }

    [Theory]
    [InlineData("stop: {cause: x}", "the key \"when\" is missing; stop needs it")]
    [InlineData("stop: {when: vitality}", "stop.when is \"vitality\", which is a number; allowed is a condition")]
    [InlineData("stop: {when: \"vitality < 1\", cause: failure}", "stop.cause is \"failure\"; allowed are names")]
    [InlineData("stop: {when: \"vitality < 1\", cause: \"not so\"}", "stop.cause is \"not so\"; allowed are names")]
    [InlineData("stop: [{when: \"vitality < 1\", cuase: x}]", "unknown key \"cuase\"")]
    [InlineData("stop: 3", "stop is \"3\"; allowed is a mapping")]
    public void What_cannot_be_is_said_with_what_is_allowed(string stop, string message) =>
        Assert.Contains(Read(stop).Problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));

    private static ReadResult Read(string keys) => ExperimentText.ReadSmall("{horizonTicks: 80, viability: {rule: none}}", keys);

    private sealed class Vitalities : ITickObserver
    {
        public List<double> Ticks { get; } = [];

        public void Observe(in TickView view) => Ticks.Add(view.Vitality);
    }
}
