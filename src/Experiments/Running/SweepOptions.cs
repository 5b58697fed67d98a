using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Running;

/// <summary>How to run a sweep; changes no result.</summary>
public sealed record SweepOptions
{
    /// <summary>Worker threads; 0: one a core.</summary>
    public int Workers { get; init; }

    /// <summary>Which runs of the plan to run; by default all.</summary>
    public RunShare Share { get; init; } = RunShare.All;

    /// <summary>The runs that are shared out, as the first and their number; null: all. Where a plan has grown, those that were added.</summary>
    public (long First, long Count)? Shared { get; init; }

    /// <summary>
    /// Longest time for which runs that are done wait for their shard to be whole before they are committed as a part of it: what a process that
    /// is killed can lose.
    /// </summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Stop at the first run that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>Most runs that may fail, those of earlier sessions included; the next that does stops the sweep.</summary>
    public long MaxFailures { get; init; } = long.MaxValue;

    /// <summary>Run those again that failed in an earlier session.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Where runs are taken from before any is run; null: from nowhere.</summary>
    public RunReuse? Reuse { get; init; }

    /// <summary>The command line, for the manifest.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What a plan whose runs are all done grows to; null when it does not. By default no plan grows.</summary>
    public Func<RunPlan, RunStore, RunPlan?>? Grow { get; init; }

    /// <summary>Receives, several times a second, how far the sweep has come.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Receives what a user should know, for example which shards are not trusted.</summary>
    public Action<string>? Report { get; init; }

    /// <summary>Receives details: every failure and every commit, on the thread of its worker.</summary>
    public Action<string>? Detail { get; init; }

    /// <summary>Makes what runs a run, one for each worker; by default the engine.</summary>
    public Func<Func<PlannedRun, ProgramOutcome>> CreateEngine { get; init; } = static () =>
    {
        var engine = new WorldEngine();
        return engine.Run;
    };

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
