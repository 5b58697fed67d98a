using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Extensions;

namespace LeadershipSim.Runner.Results;

/// <summary>Progress of the shares of an experiment that are not merged yet, by their folders.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Shares">Its shares; none when the folders are of different numbers of shares.</param>
/// <param name="Folders">Number of folders of shares.</param>
internal sealed record PartsStatus(ExperimentPlan Plan, IReadOnlyList<ShareProgress> Shares, int Folders)
{
    private const int NamesShown = 20;

    /// <summary>Runs that are done.</summary>
    public long Done => Shares.Sum(s => s.Done);

    /// <summary>Runs that failed.</summary>
    public long Failed => Shares.Sum(s => s.Failed);

    /// <summary>Runs that are missing.</summary>
    public long Missing => Shares.Sum(s => Math.Max(0, s.Total - s.Done - s.Failed));

    /// <summary>The status of the shares of a results folder that does not exist yet, or has fewer runs than they; null when there are no shares.</summary>
    public static PartsStatus? Of(string results, Extension? extension = null)
    {
        var parts = ResultsParts.In(results);
        if (parts.Count == 0)
        {
            return null;
        }

        var plan = StoredExperiment.PlanOf(RunManifest.Read(results) is null ? parts[0] : results, extension);
        return new(plan, ResultsParts.ProgressIn(results, plan), parts.Count);
    }

    /// <summary>The status in words.</summary>
    public string AsText(string results)
    {
        if (Shares.Count == 0)
        {
            return Invariant($"{Folders} shares of several divisions are in {ResultsParts.PartsOf(results)}; {ShellText.Command("merge", results)} takes the runs of all") + Environment.NewLine;
        }

        ShareProgress[] open = [.. Shares.Where(s => !s.IsComplete)];
        var names = string.Join(", ", open.Take(NamesShown).Select(s => Invariant($"{s.Share} ({s.Done + s.Failed} of {s.Total} runs)")));
        var more = open.Length > NamesShown ? Invariant($" and {open.Length - NamesShown} more") : "";
        return Invariant($"not merged yet: {Shares.Count - open.Length} of {Shares.Count} shares are complete{Environment.NewLine}")
            + (open.Length == 0 ? "" : $"not complete: {names}{more}{Environment.NewLine}")
            + Invariant($"{Done} done, {Failed} failed, {Missing} missing of {Done + Failed + Missing} runs{Environment.NewLine}");
    }

    /// <summary>What to do next.</summary>
    public string Next(string results) => Missing > 0 ? "next: run the shares that are not complete, then merge" : $"next: {ShellText.Command("merge", results)}";
}
