namespace LeadershipSim.Runner.CommandLine;

/// <summary>Exit codes of the program. The README lists these.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for is complete.</summary>
    public const int Complete = 0;

    /// <summary>A mistake in the program.</summary>
    public const int InternalError = 1;

    /// <summary>The command line or the experiment is wrong; nothing was run.</summary>
    public const int Invalid = 2;

    /// <summary>Finished, but some runs failed; or stopped because more failed than may.</summary>
    public const int SomeRunsFailed = 3;

    /// <summary>Stopped before the end; the same command resumes.</summary>
    public const int Incomplete = 4;

    /// <summary>A replay or a comparison with expected values does not agree.</summary>
    public const int Mismatch = 5;

    /// <summary>Finished, but replication stopped at the most replicates allowed, before intervals were as narrow as was asked for.</summary>
    public const int PrecisionNotReached = 6;

    /// <summary>The results folder is in use, belongs to another experiment, or cannot be written.</summary>
    public const int ResultsUnusable = 7;

    /// <summary>Interrupted twice, or outside of runs.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to terminate, and not done within the time allowed.</summary>
    public const int Terminated = 143;
}
