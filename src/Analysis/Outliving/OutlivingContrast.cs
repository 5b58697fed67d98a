using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Two groups whose replicates share their random numbers, compared replicate by replicate: how much longer programs live after their
/// leadership left, and how much likelier they are to outlive it.
/// </summary>
/// <remarks>
/// The lives of a replicate enter from its own exits on; a replicate without exit in a group has no life there. Where policies change
/// when or whether leadership leaves, groups differ in what enters: read the shares that fail before as well. More than a thousand
/// replicates are resampled in blocks of consecutive ones: replicates are independent, so blocks are, and the work stays bounded. Where
/// environments were sampled and have worlds of their own, environments take the place of replicates, with all their lives.
/// </remarks>
/// <param name="First">Name of the first group.</param>
/// <param name="Second">Name of the second group.</param>
/// <param name="Replicates">Number of replicates, or of environments.</param>
/// <param name="RestrictedMean">Difference of mean ticks lived after the exit, first minus second.</param>
/// <param name="Outlives">Difference of the shares alive so many ticks after the exit, first minus second.</param>
/// <param name="LogRank">Log-rank test with replicates as strata; null when a group has no lives.</param>
public sealed record OutlivingContrast(
    string First, string Second, int Replicates, PairedDifference RestrictedMean, PairedDifference Outlives, LogRankTest? LogRank)
{
    private const int MostUnits = 1000;

    /// <summary>Whether environments, and not replicates, are the pairs.</summary>
    public bool AreEnvironments { get; init; }

    /// <summary>Compares two groups.</summary>
    /// <param name="first">The first group.</param>
    /// <param name="second">The second group; landmark and τ as for the first.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">The groups were summarized at different times.</exception>
    public static OutlivingContrast Of(OutlivingSummary first, OutlivingSummary second, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of(first, second, ByReplicate(first), ByReplicate(second), settings);

        static ILookup<int, ProgramRun> ByReplicate(OutlivingSummary summary) => summary.Group.Runs.ToLookup(r => r.Replicate);
    }

    /// <summary>Compares two arms environment by environment: where these were sampled, and have worlds of their own that their arms share.</summary>
    /// <param name="first">The first arm, and its runs by environment.</param>
    /// <param name="second">The second arm, and its runs by environment; landmark and τ as for the first.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">The arms were summarized at different times, or their environments were not sampled.</exception>
    public static OutlivingContrast ByEnvironment(
        (OutlivingSummary Summary, ArmSample Sample) first, (OutlivingSummary Summary, ArmSample Sample) second, BootstrapSettings? settings = null)
    {
        return Of(first.Summary, second.Summary, ByCluster(first.Sample), ByCluster(second.Sample), settings) with { AreEnvironments = true };

        static ILookup<int, ProgramRun> ByCluster(ArmSample sample) => sample.ClustersAreEnvironments
            ? sample.Runs.ToLookup(r => r.Cluster, r => r.Run)
            : throw new ArgumentException("Environments were not sampled: they are not independent pairs.", nameof(first));
    }

    private static OutlivingContrast Of(
        OutlivingSummary first, OutlivingSummary second, ILookup<int, ProgramRun> ofFirst, ILookup<int, ProgramRun> ofSecond, BootstrapSettings? settings)
    {
        if (first.LandmarkTicks != second.LandmarkTicks || first.RestrictedMeanTicks != second.RestrictedMeanTicks)
        {
            throw new ArgumentException("The groups were summarized at different times: use one landmark and one τ for all groups that are compared.", nameof(second));
        }

        var lives = Pairs(ofFirst, ofSecond, r => TimeOrigin.ResidualLife(r));
        var alive = Pairs(
            ofFirst,
            ofSecond,
            r => OutlivingSummary.IsObservable(r, first.LandmarkTicks) ? OutlivingSummary.IsAliveAfter(r, first.LandmarkTicks) : (bool?)null);
        var (a, b) = (first.Group.Arm.Level, second.Group.Arm.Level);
        var isComparable = a != b && first.FoundingExits > 0 && second.FoundingExits > 0;
        return new(
            a,
            b,
            lives.Count,
            PairedComparison.RestrictedMeans(Units(lives), first.RestrictedMeanTicks, settings),
            PairedComparison.Shares(Units(alive), settings),
            isComparable ? PairedComparison.LogRankByReplicate(lives, a, b) : null);
    }

    // What is resampled: replicates, or blocks of them.
    private static List<ReplicatePair<T>> Units<T>(List<ReplicatePair<T>> pairs) => pairs.Count <= MostUnits ? pairs :
    [
        .. pairs.Select((pair, i) => (Pair: pair, Block: (long)i * MostUnits / pairs.Count))
            .GroupBy(p => p.Block, p => p.Pair).Select(block => new ReplicatePair<T>(
            Invariant($"block {block.Key}"), [.. block.SelectMany(p => p.First)], [.. block.SelectMany(p => p.Second)])),
    ];

    private static List<ReplicatePair<T>> Pairs<T>(ILookup<int, ProgramRun> ofFirst, ILookup<int, ProgramRun> ofSecond, Func<ProgramRun, T?> value)
        where T : struct
    {
        return
        [
            .. ofFirst.Select(g => g.Key).Union(ofSecond.Select(g => g.Key)).Order().Select(replicate => new ReplicatePair<T>(
                Invariant($"replicate {replicate}"), Values(ofFirst[replicate]), Values(ofSecond[replicate]))),
        ];

        T[] Values(IEnumerable<ProgramRun> runs) => [.. runs.Select(value).Where(v => v.HasValue).Select(v => v!.Value)];
    }
}
