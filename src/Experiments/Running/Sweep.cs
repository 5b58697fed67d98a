using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;

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

    private readonly RunPlan _plan;
    private readonly RunStore _store;
    private readonly SweepOptions _options;
    private readonly Lock _dispatch = new();
    private readonly HashSet<ShardWork> _openShards = [];
    private readonly CancellationTokenSource _stop;
    private ShardWork? _current;
    private int _nextShard;
    private long _done;
    private long _failed;
    private long _ranNow;
    private Exception? _broken;

    private Sweep(RunPlan plan, RunStore store, SweepOptions options, CancellationToken cancellation)
    {
        (_plan, _store, _options) = (plan, store, options);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
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
        Guard(() => _store.WriteManifest(session, 0, 0, started: true));
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(k => new Thread(Work) { Name = $"worker {k}", IsBackground = true })];
        Array.ForEach(threads, t => t.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(ProgressInterval))
            {
                ReportProgress(started);
            }
        }

        ReportProgress(started);
        foreach (var shard in _openShards.Where(s => s.HasNews))
        {
            Guard(() => _store.Commit(shard.Shard, shard.Rows));
        }

        var result = new SweepResult(_done, _failed, _plan.Count, _ranNow, _options.Clock.GetElapsedTime(started));
        if (result.IsComplete && _broken is null)
        {
            Guard(_store.WriteTables);
        }

        Guard(() => _store.WriteManifest(session with { Ended = _options.Clock.GetUtcNow(), RunsDone = _ranNow }, _done, _failed, started: false));
        return _broken is null
            ? result
            : throw new StoreException(
                StoreProblem.NotWritable,
                $"results could not be written to {_store.Folder}: {_broken.Message} What was committed is kept: make room and give the same command again",
                _broken);
    }

    private void Work()
    {
        try
        {
            var run = _options.Runner();
            var batch = new int[BatchSize];
            while (!_stop.IsCancellationRequested && TakeBatch(batch) is ({ } shard, var count))
            {
                var ran = RunBatch(run, shard, batch.AsSpan(0, count));
                if (shard.Finish(ran))
                {
                    _store.Commit(shard.Shard, shard.Rows);
                    lock (_dispatch)
                    {
                        _openShards.Remove(shard);
                    }
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StoreException)
        {
            Break(error);
        }
    }

    private int RunBatch(Func<PlannedRun, ProgramOutcome> run, ShardWork shard, ReadOnlySpan<int> positions)
    {
        var ran = 0;
        foreach (var position in positions)
        {
            if (_stop.IsCancellationRequested)
            {
                break;
            }

            shard.Put(position, RowOf(run, _plan[shard.First + position]));
            ran++;
            Interlocked.Increment(ref _ranNow);
        }

        return ran;
    }

    private RunRow RowOf(Func<PlannedRun, ProgramOutcome> run, PlannedRun planned)
    {
        try
        {
            var row = RunRow.Of(planned, run(planned));
            Interlocked.Increment(ref _done);
            return row;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One run that fails is a row that says so; the others go on.
            if (Interlocked.Increment(ref _failed) >= _options.MaxFailures || _options.FailFast)
            {
                _stop.Cancel();
            }

            return RunRow.Failed(planned, error);
        }
    }

    private (ShardWork? Shard, int Count) TakeBatch(int[] batch)
    {
        lock (_dispatch)
        {
            while (true)
            {
                if (_current is { } shard)
                {
                    var taken = shard.Take(batch.Length);
                    if (taken.Length > 0)
                    {
                        taken.CopyTo(batch);
                        return (shard, taken.Length);
                    }
                }

                if (!OpenNextShard())
                {
                    return (null, 0);
                }
            }
        }
    }

    private bool OpenNextShard()
    {
        if (_nextShard == _store.ShardCount)
        {
            return false;
        }

        var (first, count) = _store.RangeOf(_nextShard);
        RunRow[] rows = [.. _store.ReadShard(_nextShard, _options.Report).Where(r => r.Error is null || !_options.RetryFailed)];
        var shard = new ShardWork(_nextShard++, first, count, rows);
        var failed = rows.Count(r => r.Error is not null);
        Interlocked.Add(ref _done, rows.Length - failed);
        Interlocked.Add(ref _failed, failed);
        _current = shard;
        if (shard.HasMissing)
        {
            _openShards.Add(shard);
        }

        return true;
    }

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Break(error);
        }
    }

    private void Break(Exception error)
    {
        Interlocked.CompareExchange(ref _broken, error, null);
        _stop.Cancel();
    }

    private void ReportProgress(long started)
    {
        var (done, failed, ranNow) = (Interlocked.Read(ref _done), Interlocked.Read(ref _failed), Interlocked.Read(ref _ranNow));
        var elapsed = _options.Clock.GetElapsedTime(started).TotalSeconds;
        var rate = elapsed > 0 ? ranNow / elapsed : 0;
        var remaining = rate > 0 ? TimeSpan.FromSeconds((_plan.Count - done - failed) / rate) : (TimeSpan?)null;
        _options.Progress?.Invoke(new RunProgress(done, _plan.Count, failed, rate, remaining));
    }
}
