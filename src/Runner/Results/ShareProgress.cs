using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Results;

/// <summary>Progress of a share by the receipts in its folder; its jobs may say otherwise.</summary>
/// <param name="Share">The share.</param>
/// <param name="Folder">Its folder, which may not exist.</param>
/// <param name="Done">Runs that are done.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="Total">Runs it has.</param>
internal sealed record ShareProgress(RunShare Share, string Folder, long Done, long Failed, long Total)
{
    /// <summary>Whether all its runs are done or failed.</summary>
    public bool IsComplete => Done + Failed >= Total;

    /// <summary>Progress of a share of a plan's last stage.</summary>
    public static ShareProgress Of(string results, ExperimentPlan plan, RunShare share)
    {
        var folder = ResultsParts.FolderOf(results, share);
        var (first, runs) = plan.RangeOf(plan.Stages.Count - 1);
        var (from, count) = share.RangeOf(runs);
        var (done, failed) = StoreStatus.Claimed(folder, plan, first + from, count);
        return new(share, folder, done, failed, count);
    }
}
