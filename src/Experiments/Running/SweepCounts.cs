namespace LeadershipSim.Experiments.Running;

/// <summary>What the workers of a sweep have counted so far.</summary>
internal sealed class SweepCounts
{
    private long _done;
    private long _failed;
    private long _ranNow;

    /// <summary>Runs that finished, in this session or earlier.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Runs that failed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Runs of this session.</summary>
    public long RanNow => Interlocked.Read(ref _ranNow);

    /// <summary>Counts what is done again; the runs of this session stay counted.</summary>
    public void StartOver()
    {
        Interlocked.Exchange(ref _done, 0);
        Interlocked.Exchange(ref _failed, 0);
    }

    /// <summary>Counts a run of this session.</summary>
    public void AddRun() => Interlocked.Increment(ref _ranNow);

    /// <summary>Adds to what is there.</summary>
    /// <returns>Runs that failed by now.</returns>
    public long Add(long done, long failed)
    {
        Interlocked.Add(ref _done, done);
        return Interlocked.Add(ref _failed, failed);
    }
}
