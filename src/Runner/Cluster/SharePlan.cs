using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>Into how many shares a plan is divided, and how long a share takes.</summary>
/// <param name="Runs">Runs of the plan.</param>
/// <param name="Shares">Shares.</param>
/// <param name="SecondsPerRun">Time for a run on one CPU.</param>
/// <param name="Cpus">CPUs of a task.</param>
internal sealed record SharePlan(long Runs, int Shares, double SecondsPerRun, int Cpus)
{
    private const int FilesPerShare = 8;

    // A merge takes 54 file operations and 5 ms of CPU time a share, and with analysis and figures 15 s of CPU time for 100,000 runs: measured. The limit
    // allows for disks that need 15 ms for an operation, and for CPUs half as fast.
    private const int MergedPerSecond = 100_000 / 30;
    private static readonly TimeSpan LeastMerge = TimeSpan.FromMinutes(10);

    /// <summary>Time for all runs on one CPU.</summary>
    public TimeSpan Total => TimeSpan.FromSeconds(Runs * SecondsPerRun);

    /// <summary>Time for a share.</summary>
    public TimeSpan PerShare => Total / Shares / Cpus;

    /// <summary>The limit of a task unless one is given: twice what is expected, and time to start.</summary>
    public TimeSpan Limit => (PerShare * 2) + TimeSpan.FromMinutes(5);

    /// <summary>Most runs that the merge reads and analyzes.</summary>
    public long MostMerged { get; init; }

    /// <summary>The limit of the merge unless one is given: 10 minutes, 1 second a share and 30 seconds for 100,000 runs.</summary>
    public TimeSpan MergeLimit => LeastMerge + TimeSpan.FromSeconds(Shares + (MostMerged / MergedPerSecond));

    /// <summary>Divides a plan by what its runs cost on this machine.</summary>
    /// <param name="work">What is divided.</param>
    /// <param name="shares">Shares wanted; null: as many as work of a share time asks for.</param>
    /// <param name="shareTime">Work in a share.</param>
    /// <param name="cpus">CPUs of a task.</param>
    public static SharePlan Of(ClusterWork work, int? shares, TimeSpan shareTime, int cpus)
    {
        var (all, total) = work.Measure();
        var wanted = shares ?? Math.Ceiling(total / shareTime / cpus);
        var runs = Math.Max(1, all);
        return new(all, (int)Math.Clamp(wanted, 1, Math.Min(runs, RunShare.MostShares)), total.TotalSeconds / runs, cpus) { MostMerged = work.MostMerged };
    }

    /// <summary>The arithmetic of the whole.</summary>
    public string Work(ClusterWork work) => Invariant($"{work.Name}: {work.Size}; measured {1 / Math.Max(SecondsPerRun, 1e-9):0} runs/s on one CPU of this machine, so {PlainProgress.Duration(Total)} of CPU time{(work.Grows ? " for the first wave" : "")}");

    /// <summary>The arithmetic of a share.</summary>
    public string Division(TimeSpan limit) => Invariant($"{Shares} {(Shares == 1 ? "share" : "shares")} of {(Runs + Shares - 1) / Shares} runs, about {PlainProgress.Duration(PerShare)} each ")
            + Invariant($"on {Cpus} {(Cpus == 1 ? "CPU" : "CPUs")}, limit {PlainProgress.Duration(limit)}; about {(long)Shares * FilesPerShare} files");
}
