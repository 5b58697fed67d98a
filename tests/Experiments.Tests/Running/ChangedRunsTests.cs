using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Experiments.Tests.Running;

/// <summary>Sweeps over runs that change in their course, with metrics and stop rules of the file.</summary>
public sealed class ChangedRunsTests
{
    private const string Changes = """
        outputs: {events: true}
        metrics: {top: "max(authority)", most: "max over time of top", trouble: "first tick when vitality < 0.9 for 2 ticks"}
        stop: {when: "tick > 30 and vitality < 0.9", cause: late}
        changes: [{tick: 12, set: {policy: equal}}, {when: "vitality < 0.9 for 2 ticks", set: {demand.decisionsPerSeat: 0.4}}]
        """;

    private readonly ExperimentPlan _plan = SmallStudy.Plan(1, Changes);

    [Fact]
    public void One_worker_several_and_a_resumed_sweep_write_the_same_bytes_which_replay()
    {
        using var folder = new TemporaryFolder();
        var (one, many, resumed) = (Path.Combine(folder.Path, "one"), Path.Combine(folder.Path, "many"), Path.Combine(folder.Path, "resumed"));
        SmallStudy.Run(one, _plan, new SweepOptions { Workers = 1 });
        SmallStudy.Run(many, _plan, new SweepOptions { Workers = 3 });
        using var stop = new CancellationTokenSource();
        var runs = 0;
        SmallStudy.Run(resumed, _plan, new SweepOptions { Workers = 1, CreateEngine = () => Counting(() => runs++, stop) }, stop.Token);
        Assert.Equal(SmallStudy.Runs, SmallStudy.Run(resumed, _plan).Done);
        Assert.Equal(SmallStudy.Tables(one), SmallStudy.Tables(many));
        Assert.Equal(SmallStudy.Tables(one), SmallStudy.Tables(resumed));
        var table = RunTable.Read(one);
        Assert.All(Enumerable.Range(0, 5), row => Assert.True(Replay.Run(_plan, table, row * 7).Agrees));
    }

    [Fact]
    public void A_change_is_an_event_in_its_tick()
    {
        var recorder = new RunRecorder(new RunOutputs { Events = true });
        var planned = recorder.Watch(_plan[0]);
        new TickEngine().Run(planned.Point.Scenario, planned.Seed, planned.Observer);
        var changes = recorder.Record().Events.Where(e => e.Kind == RunEventKind.Change).ToList();
        Assert.Contains(new(12, RunEventKind.Change, -1, -1, 0, "policy equal"), changes);
        Assert.All(changes.Where(c => c.Value == 1), c => Assert.Equal("demand.decisionsPerSeat 0.4", c.Detail));
    }

    [Fact]
    public void A_twin_without_its_leaders_changes_as_the_world_it_is_compared_with()
    {
        var pairs = TwinRuns.Run(_plan, new Shock { Tick = 30, Remove = ShockTarget.FoundingCore }, 2, CancellationToken.None);
        Assert.Equal(SmallStudy.Runs, pairs.Count);
        var run = _plan[3];
        Assert.Equal(new TickEngine().Run(run.Point.Scenario, run.Seed).EndTick, pairs[3].Without.Tick);
    }

    private static Func<PlannedRun, Simulation.Outcomes.ProgramOutcome> Counting(Func<int> count, CancellationTokenSource stop)
    {
        var engine = new TickEngine();
        return run =>
        {
            if (count() == 20)
            {
                stop.Cancel();
            }

            return engine.Run(run.Point.Scenario, run.Seed, run.Observer);
        };
    }
}
