using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Running;

/// <summary>
/// Runs what is missing of a plan on several threads and commits it shard by shard. A run is one thread's; which thread's, and when,
/// changes nothing.
/// </summary>
public sealed class Sweep
{
    // Long enough to make taking work cheap, short enough to stop soon and to share the last shard evenly.
    private const int BatchSize = 8;
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly RunStore _store;
    private readonly SweepOptions _options;
    private readonly CancellationTokenSource _stop;
    private readonly SweepCounts _counts = new();
    private readonly FirstError _error;
    private RunPlan _plan;
    private ShardQueue _queue;
    private bool _hasGrown;
    private volatile bool _failedTooOften;

    private Sweep(RunPlan plan, RunStore store, SweepOptions options, CancellationToken cancellation)
    {
        (_plan, _store, _options) = (plan, store, options);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _error = new FirstError(_stop);
        _queue = new ShardQueue(plan, store, options, _counts);
    }

    /// <summary>Runs what is missing.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="store">Where it goes.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops soon: runs under way are finished and kept.</param>
    /// <exception cref="StoreException">Results could not be written; what was committed before is kept.</exception>
    public static SweepResult Run(RunPlan plan, RunStore store, SweepOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        var sweep = new Sweep(plan, store, options, cancellation);
        using (sweep._stop)
        {
            return sweep.Run();
        }
    }

    private SweepResult Run()
    {
        var started = _options.Clock.GetTimestamp();
        var workers = _options.Workers > 0 ? _options.Workers : Environment.ProcessorCount;
        var session = RunManifest.StartSession(_options.Clock.GetUtcNow(), workers, _options.Arguments);
        do
        {
            _error.Guard(() => _store.WriteManifest(session, _counts.Done, _counts.Failed, started: true));
            _error.Guard(Reuse);
            RunAll(workers, started);
        }
        while (IsWhole && Grow());

        var result = new SweepResult(_counts.Done, _counts.Failed, _queue.Total, _counts.RanNow, _options.Clock.GetElapsedTime(started))
        {
            StoppedByFailures = _failedTooOften,
        };
        if (IsWhole)
        {
            _error.Guard(_store.WriteTables);
        }

        _error.Guard(() => _store.WriteManifest(
            session with { Ended = _options.Clock.GetUtcNow(), RunsDone = result.RanNow }, result.Done, result.Failed, started: false));
        _error.ThrowIfAny(_store.Folder);
        return result;
    }

    private bool IsWhole => _error.IsNone && _counts.Done + _counts.Failed == _plan.Count;

    // Nothing grows any more when somebody has asked to stop.
    private bool Grow()
    {
        RunPlan? next = null;
        if (!_stop.IsCancellationRequested)
        {
            _error.Guard(() => next = _options.Grow?.Invoke(_plan, _store));
        }

        if (next is null)
        {
            return false;
        }

        _plan = next;
        _store.Grow(next);

        _hasGrown = true;
        StartOver();
        return true;
    }

    private void Reuse()
    {
        if (_options.Reuse?.Take(_plan, _store, _queue.From, _queue.End, _stop.Token) > 0)
        {
            StartOver();
        }
    }

    private void StartOver()
    {
        _counts.StartOver();

        // What was tried again and failed again is not tried for every batch.
        _queue = new ShardQueue(_plan, _store, _options with { RetryFailed = _options.RetryFailed && !_hasGrown }, _counts);
    }

    private void RunAll(int workers, long started)
    {
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(k => new Thread(Work) { Name = $"worker {k}", IsBackground = true })];
        Array.ForEach(threads, t => t.Start());
        var committed = started;
        foreach (var thread in threads)
        {
            while (!thread.Join(ProgressInterval))
            {
                ReportProgress(started);
                if (_options.Clock.GetElapsedTime(committed) >= _options.CommitInterval)
                {
                    _error.Guard(_queue.CommitParts);
                    committed = _options.Clock.GetTimestamp();
                }
            }
        }

        ReportProgress(started);
        _error.Guard(_queue.CommitParts);
        if (_error.IsNone && _counts.Done + _counts.Failed == _queue.Total)
        {
            _queue.ReadRest();
        }
    }

    private void Work()
    {
        try
        {
            var run = _options.CreateEngine();
            var recorder = new RunRecorder(_plan.Outputs, _plan.Model.OwnMetrics);
            var batch = new int[BatchSize];
            while (!_stop.IsCancellationRequested && _queue.Take(batch) is ({ } shard, var count))
            {
                var ran = RunBatch(run, recorder, shard, batch.AsSpan(0, count));
                if (shard.Finish(ran))
                {
                    shard.Commit(_store);
                    _options.Detail?.Invoke(Invariant($"shard {shard.Shard} is committed"));
                    _queue.Close(shard);
                }
            }
        }
        catch (Exception error)
        {
            // Thrown again when what is done has been kept: on this thread it would end the process.
            _error.Keep(error);
        }
    }

    private int RunBatch(Func<PlannedRun, ProgramOutcome> run, RunRecorder recorder, ShardWork shard, ReadOnlySpan<int> positions)
    {
        var ran = 0;
        foreach (var position in positions)
        {
            if (_stop.IsCancellationRequested)
            {
                break;
            }

            shard.Put(position, RowOf(run, recorder, _plan[shard.First + position]));
            ran++;
            _counts.AddRun();
        }

        return ran;
    }

    private RunRow RowOf(Func<PlannedRun, ProgramOutcome> run, RunRecorder recorder, PlannedRun planned)
    {
        try
        {
            var row = RunRow.Of(planned, recorder.Complete(run(recorder.Watch(planned))), _plan.Model.Outputs) with { Record = recorder.Record() };
            _counts.Add(done: 1, failed: 0);
            return row;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One run that fails is a row that says so; the others are run.
            if (_counts.Add(done: 0, failed: 1) > _options.MaxFailures || _options.FailFast)
            {
                _failedTooOften = true;
                _stop.Cancel();
            }

            var row = RunRow.Failed(planned, error);
            _options.Detail?.Invoke(Invariant($"run {row.RunId} (design point {row.PointIndex}, replicate {row.Replicate}) failed: {row.Error}"));
            return row;
        }
    }

    private void ReportProgress(long started)
    {
        var (done, failed, ranNow) = (_counts.Done, _counts.Failed, _counts.RanNow);

        // Where nothing is left to run there is no rate, and no time to come.
        if (ranNow == 0 && done + failed == _queue.Total)
        {
            return;
        }

        var elapsed = _options.Clock.GetElapsedTime(started).TotalSeconds;
        var rate = elapsed > 0 ? ranNow / elapsed : 0;
        var remaining = rate > 0 ? TimeSpan.FromSeconds((_queue.Total - done - failed) / rate) : (TimeSpan?)null;
        _options.Progress?.Invoke(new RunProgress(done, _queue.Total, failed, rate, remaining));
    }
}
