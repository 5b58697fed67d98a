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
/// replicates are resampled in blocks of consecutive ones: replicates are independent, so blocks are, and the work stays bounded.
/// </remarks>
/// <param name="First">Name of the first group.</param>
/// <param name="Second">Name of the second group.</param>
/// <param name="Replicates">Number of replicates.</param>
/// <param name="RestrictedMean">Difference of mean ticks lived after the exit, first minus second.</param>
/// <param name="Outlives">Difference of the shares alive so many ticks after the exit, first minus second.</param>
/// <param name="LogRank">Log-rank test with replicates as strata; null when a group has no lives.</param>
public sealed record OutlivingContrast(
    string First, string Second, int Replicates, PairedDifference RestrictedMean, PairedDifference Outlives, LogRankTest? LogRank)
{
    private const int MostUnits = 1000;

    /// <summary>Compares two groups.</summary>
    /// <param name="first">The first group.</param>
    /// <param name="second">The second group; landmark and τ as for the first.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">The groups were summarized at different times.</exception>
    public static OutlivingContrast Of(OutlivingSummary first, OutlivingSummary second, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.LandmarkTicks != second.LandmarkTicks || first.RestrictedMeanTicks != second.RestrictedMeanTicks)
        {
            throw new ArgumentException("The groups were summarized at different times: use one landmark and one τ for all groups that are compared.", nameof(second));
        }

        var lives = Pairs(first, second, r => TimeOrigin.ResidualLife(r));
        var alive = Pairs(
            first,
            second,
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

    private static List<ReplicatePair<T>> Pairs<T>(OutlivingSummary first, OutlivingSummary second, Func<ProgramRun, T?> value)
        where T : struct
    {
        var (ofFirst, ofSecond) = (first.Group.Runs.ToLookup(r => r.Replicate), second.Group.Runs.ToLookup(r => r.Replicate));
        return
        [
            .. ofFirst.Select(g => g.Key).Union(ofSecond.Select(g => g.Key)).Order().Select(replicate => new ReplicatePair<T>(
                Invariant($"replicate {replicate}"), Values(ofFirst[replicate]), Values(ofSecond[replicate]))),
        ];

        T[] Values(IEnumerable<ProgramRun> runs) => [.. runs.Select(value).Where(v => v.HasValue).Select(v => v!.Value)];
    }
}
