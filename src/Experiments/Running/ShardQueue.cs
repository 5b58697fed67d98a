using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Running;

/// <summary>Hands out what is missing of an experiment, shard after shard, a few runs at a time.</summary>
internal sealed class ShardQueue
{
    private readonly RunStore _store;
    private readonly SweepOptions _options;
    private readonly SweepCounts _counts;
    private readonly ShardClaim[] _claims;
    private readonly Lock _dispatch = new();
    private readonly HashSet<ShardWork> _open = [];
    private ShardWork? _current;
    private int _next;

    public ShardQueue(RunPlan plan, RunStore store, SweepOptions options, SweepCounts counts)
    {
        (_store, _options, _counts) = (store, options, counts);
        var (first, runs) = options.Shared ?? (0, plan.Count);
        var (from, count) = options.Share.RangeOf(runs);
        (From, Total) = (first + from, count);

        // Believed until the shard is read: a session that stops early still says what is there.
        _claims = [.. Enumerable.Range(0, store.ShardCount).Select(Claim)];
        counts.Add(_claims.Sum(c => c.Done), _claims.Sum(c => c.Failed));
    }

    /// <summary>First run that is asked for.</summary>
    public long From { get; }

    /// <summary>The run before which those end that are asked for.</summary>
    public long End => From + Total;

    /// <summary>Runs that are asked for.</summary>
    public long Total { get; }

    /// <summary>Commits what is done of shards that are not whole.</summary>
    public void CommitParts()
    {
        ShardWork[] open;
        lock (_dispatch)
        {
            open = [.. _open];
        }

        Array.ForEach(open, shard => shard.Commit(_store));
    }

    /// <summary>Takes runs that nobody has taken, as positions in their shard.</summary>
    /// <returns>Their shard and number; no shard when nothing is left.</returns>
    public (ShardWork? Shard, int Count) Take(int[] positions)
    {
        lock (_dispatch)
        {
            do
            {
                if (_current is { } shard)
                {
                    var taken = shard.Take(positions.Length);
                    if (taken.Length > 0)
                    {
                        taken.CopyTo(positions);
                        return (shard, taken.Length);
                    }
                }
            }
            while (OpenNext());

            return (null, 0);
        }
    }

    /// <summary>Lets go of a shard that was committed.</summary>
    public void Close(ShardWork shard)
    {
        lock (_dispatch)
        {
            _open.Remove(shard);
        }
    }

    /// <summary>Reads the shards that nobody came to: receipts alone are no reason to call an experiment complete.</summary>
    public void ReadRest()
    {
        lock (_dispatch)
        {
            while (OpenNext())
            {
            }
        }
    }

    private ShardClaim Claim(int shard)
    {
        var claim = Concerns(shard) ? _store.ClaimOf(shard) : default;

        // What is tried again has not failed yet.
        return _options.RetryFailed ? claim with { Failed = 0 } : claim;
    }

    private bool Concerns(int shard)
    {
        var (first, count) = _store.RangeOf(shard);
        return first < End && From < first + count;
    }

    private bool IsWanted(long run) => run >= From && run < End;

    private bool OpenNext()
    {
        while (_next < _store.ShardCount && !Concerns(_next))
        {
            _next++;
        }

        if (_next == _store.ShardCount)
        {
            return false;
        }

        var (first, count) = _store.RangeOf(_next);
        RunRow[] rows = [.. _store.ReadShard(_next, _options.Report).Where(r => r.Error is null || !_options.RetryFailed)];
        var done = rows.Count(r => r.Error is null && IsWanted(r.RunIndex));
        var failed = rows.Count(r => r.Error is not null && IsWanted(r.RunIndex));
        _counts.Add(done - _claims[_next].Done, failed - _claims[_next].Failed);
        _current = new ShardWork(_next, first, count, rows, IsWanted);
        if (_current.HasMissing)
        {
            _open.Add(_current);
        }

        _next++;
        return true;
    }
}
