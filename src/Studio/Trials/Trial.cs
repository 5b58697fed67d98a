using System.Collections.Concurrent;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;
using LeadershipSim.Studio.Drafts;

namespace LeadershipSim.Studio.Trials;

/// <summary>
/// Many worlds like the ones on the page: a small sweep into an ordinary results folder, which <c>leadersim report</c> and all other verbs
/// read. What is done is kept when it is stopped.
/// </summary>
internal sealed class Trial : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(int Arm, ProgramRun Run)> _done = new();
    private readonly IReadOnlyList<(ExperimentSpec Spec, ExperimentPlan Plan, string Folder)> _parts;
    private readonly int _workers;
    private volatile string? _failure;

    private Trial(IReadOnlyList<(ExperimentSpec, ExperimentPlan, string)> parts, IReadOnlyList<string> arms, int workers)
    {
        (_parts, Arms, _workers) = (parts, arms, workers);
        Total = parts.Sum(p => p.Item2.Count);
        Task = Task.WhenAll(Enumerable.Range(0, parts.Count).Select(Begin));
    }

    /// <summary>Names of what is compared.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Runs planned.</summary>
    public long Total { get; }

    /// <summary>Runs done.</summary>
    public int Done => _done.Count;

    /// <summary>Why it broke off; null when it did not.</summary>
    public string? Failure => _failure;

    /// <summary>The results folders.</summary>
    public IReadOnlyList<string> Folders => [.. _parts.Select(p => p.Folder)];

    /// <summary>Ends with the sweep.</summary>
    public Task Task { get; }

    /// <summary>Starts a sweep.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="arms">Names of the worlds.</param>
    /// <param name="inputs">Folder in which experiments are written to be read.</param>
    /// <param name="results">Folder of results.</param>
    /// <param name="workers">Threads.</param>
    public static Trial Start(IReadOnlyList<ExperimentText> experiments, IReadOnlyList<string> arms, string inputs, string results, int workers)
    {
        var parts = experiments.Select((experiment, k) =>
        {
            var read = ExperimentReader.Read(experiment.WriteTo(Path.Combine(inputs, $"trial-{k}")));
            var spec = read.Spec ?? throw new DraftException([.. read.Problems.Select(p => new DraftProblem(p.Path, "", p.ToString()))]);
            var plan = new ExperimentPlan(spec);
            return (spec, plan, Path.Combine(results, spec.Name, plan.ExperimentId[..8]));
        }).ToArray();
        return new Trial(parts, arms, Math.Max(1, workers / parts.Length));
    }

    /// <summary>Stops soon; what is done is kept.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>The runs that are done, arm by arm.</summary>
    public IReadOnlyList<RunGroup> Groups()
    {
        var runs = _done.ToArray();
        return [.. Arms.Select((arm, k) => new RunGroup(new Arm("", arm), [], [.. runs.Where(r => r.Arm == k).Select(r => r.Run).OrderBy(r => r.Replicate)]))];
    }

    /// <summary>Last tick of the runs.</summary>
    public int HorizonTicks => _parts.SelectMany(p => p.Plan.Points).Min(p => p.Scenario.HorizonTicks);

    /// <inheritdoc/>
    public void Dispose() => _stop.Cancel();

    private Task Begin(int part) => Task.Factory.StartNew(() => Run(part), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(int part)
    {
        var (spec, plan, folder) = _parts[part];
        try
        {
            using var store = RunStore.Open(folder, plan, RunManifest.Of(spec, plan), new Dictionary<string, string>(plan.Inputs)
            {
                ["experiment.yaml"] = spec.SourceText,
                ["experiment.resolved.json"] = plan.ResolvedJson,
            });
            TakeIn(store, plan, part);
            Sweep.Run(plan, store, new SweepOptions { Workers = _workers, CreateEngine = () => Watched(part), Arguments = ["studio"] }, _stop.Token);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            _failure = error.Message;
        }
    }

    private Func<PlannedRun, ProgramOutcome> Watched(int part)
    {
        var engine = new TickEngine();
        return run =>
        {
            var outcome = engine.Run(run.Point.Scenario, run.Seed, run.Observer);
            var hasFailed = outcome.EndCause == EndCause.Failure;
            _done.Enqueue((part + run.Point.Index, RunOf(run.Point, run.Replicate, outcome.EndTick, hasFailed, outcome.FoundingExit, outcome.NeedEnd)));
            return outcome;
        };
    }

    // What an earlier session left in the folder is not run again.
    private void TakeIn(RunStore store, ExperimentPlan plan, int part)
    {
        int Column(string name) => OutputCatalog.All.Select((o, k) => (o.Name, k)).First(o => o.Name == name).k;
        var (end, failed, exit, need) = (Column("endTick"), Column("failed"), Column("foundingExitTick"), Column("needEndTick"));
        foreach (var row in Enumerable.Range(0, store.ShardCount).SelectMany(shard => store.ReadShard(shard)).Where(r => r.Error is null))
        {
            EventTime TimeOf(double value) => double.IsNaN(value) ? new(0, false) : new((int)value, true);
            var (exitTime, needTime) = (TimeOf(row.Outputs[exit]), TimeOf(row.Outputs[need]));
            var (point, hasFailed) = (plan.Points[row.PointIndex], row.Outputs[failed] == 1);
            _done.Enqueue((part + row.PointIndex, RunOf(point, row.Replicate, (int)row.Outputs[end], hasFailed, exitTime, needTime)));
        }
    }

    private static ProgramRun RunOf(DesignPoint point, int replicate, int endTick, bool failed, EventTime exit, EventTime need) =>
        new(replicate, endTick, failed, exit.Occurred ? exit.Tick : null, need.Occurred ? need.Tick : null, point.Scenario.HorizonTicks);
}
