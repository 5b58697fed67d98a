using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Which runs a call of <c>leadersim run</c> does, and when it stops early.</summary>
internal sealed record RunLimits
{
    /// <summary>Its share of the plan.</summary>
    public RunShare? Share { get; init; }

    /// <summary>Stop at the first run that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>How many runs may fail.</summary>
    public FailureLimit? MaxFailures { get; init; }

    /// <summary>Run again what failed in an earlier session.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Time after which to stop.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>A folder of this machine to work in; null: the results folder itself.</summary>
    public string? Scratch { get; init; }

    /// <summary>The exit code when runs are missing.</summary>
    public int IncompleteCode { get; init; } = ExitCode.Incomplete;
}
