using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Replication;

/// <summary>How the share of programs that failed settles as replicates are added: what more of them would still change.</summary>
public static class ReplicationCourse
{
    private const int Looks = 25;

    /// <summary>The share after each of some numbers of replicates, with Wilson's 95 % interval (clusters: replicates).</summary>
    public static IReadOnlyList<(int Replicates, Proportion Failed)> Of(RunGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var replicates = group.Runs.Select(r => r.Replicate).Distinct().Order().ToArray();
        var ordered = group.Runs.OrderBy(r => r.Replicate).ToArray();
        return
        [
            .. Enumerable.Range(1, Looks).Select(k => (int)Math.Ceiling((double)k * replicates.Length / Looks)).Where(n => n > 0).Distinct()
                .Select(n => (n, Proportion.OfClusters(ordered.TakeWhile(r => r.Replicate <= replicates[n - 1]).Select(r => (r.Replicate, r.Failed))))),
        ];
    }
}
