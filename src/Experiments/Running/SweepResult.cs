namespace LeadershipSim.Experiments.Running;

/// <summary>The result of a sweep.</summary>
/// <param name="Done">Runs that finished, in this session or earlier.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="Total">Runs planned, of the share that was asked for.</param>
/// <param name="RanNow">Runs of this session.</param>
/// <param name="Elapsed">Time of this session.</param>
public sealed record SweepResult(long Done, long Failed, long Total, long RanNow, TimeSpan Elapsed)
{
    /// <summary>Whether it was stopped because more runs failed than may.</summary>
    public bool StoppedByFailures { get; init; }

    /// <summary>Whether every planned run was tried.</summary>
    public bool IsComplete => Done + Failed == Total;
}
