using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Running;

/// <summary>The runs of one shard while they are being run.</summary>
internal sealed class ShardWork
{
    private readonly RunRow?[] _rows;
    private readonly int[] _missing;
    private readonly Lock _committing = new();
    private int _committed;
    private int _taken;
    private int _open;

    /// <param name="shard">The shard.</param>
    /// <param name="first">Its first run.</param>
    /// <param name="count">How many runs it has.</param>
    /// <param name="committed">Rows that are there.</param>
    /// <param name="isWanted">Whether a run is one of those to run.</param>
    public ShardWork(int shard, long first, int count, IReadOnlyList<RunRow> committed, Func<long, bool> isWanted)
    {
        (Shard, First) = (shard, first);
        _rows = new RunRow?[count];
        foreach (var row in committed)
        {
            _rows[row.RunIndex - first] = row;
        }

        _missing = [.. Enumerable.Range(0, count).Where(k => _rows[k] is null && isWanted(first + k))];
        _open = _missing.Length;
        _committed = committed.Count;
    }

    public int Shard { get; }

    public long First { get; }

    public bool HasMissing => _missing.Length > 0;

    /// <summary>Takes up to a number of runs that nobody has taken; called by one worker at a time.</summary>
    public ReadOnlySpan<int> Take(int count)
    {
        var from = _taken;
        _taken = Math.Min(_missing.Length, from + count);
        return _missing.AsSpan(from, _taken - from);
    }

    public void Put(int position, RunRow row) => _rows[position] = row;

    /// <summary>Reports runs as done; true for the worker who did the last.</summary>
    public bool Finish(int runs) => Interlocked.Add(ref _open, -runs) == 0;

    /// <summary>Commits the rows that are there, unless all of them were committed before.</summary>
    public void Commit(RunStore store)
    {
        lock (_committing)
        {
            RunRow[] rows = [.. _rows.OfType<RunRow>()];
            if (rows.Length > _committed)
            {
                store.Commit(Shard, rows);
                _committed = rows.Length;
            }
        }
    }
}
