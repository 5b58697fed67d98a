using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Results;

/// <summary>How many runs of a plan need not be run, before any is.</summary>
/// <param name="Total">Runs of the plan.</param>
/// <param name="There">Runs that are in its results folder, by the receipts there.</param>
/// <param name="Reused">Runs that other folders have; where some are there already those are among them.</param>
internal sealed record KnownRuns(long Total, long There, IReadOnlyList<(ReuseSource Source, long Runs)> Reused)
{
    /// <summary>Counts them.</summary>
    public static KnownRuns Of(string folder, RunPlan plan, IReadOnlyList<ReuseSource> sources)
    {
        var there = StoreStatus.Claimed(folder, plan, 0, plan.Count);
        return new(plan.Count, there.Done + there.Failed, there.Done == plan.Count ? [] : new RunReuse(sources).Count(plan));
    }

    /// <summary>What is known, in lines.</summary>
    public IEnumerable<string> Lines =>
    [
        .. There == 0 ? Array.Empty<string>() : [There >= Total ? "complete: nothing to run" : Invariant($"{There} of {Total} runs are there already")],
        .. Reused.Select(r => Invariant($"{r.Runs} of {Total} runs can be taken from {r.Source.Folder}")),
    ];

    /// <summary>The share of a time that the runs take that are to be run; null where it is not known.</summary>
    public TimeSpan? TimeLeft(TimeSpan? time) => time * (1 - (double)Math.Min(Total, Math.Max(There, Reused.Sum(r => r.Runs))) / Total);
}
