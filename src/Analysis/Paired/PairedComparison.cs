using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Paired;

/// <summary>
/// Compares two arms whose replicates share their random numbers. The arms are then dependent: plain tests and intervals, which take
/// them for independent, are wrong, mostly too wide. These keep replicates together.
/// </summary>
/// <remarks>Common random numbers: Law (2015), Simulation Modeling and Analysis, 5th edition, section 11.2.</remarks>
public static class PairedComparison
{
    /// <summary>Difference of restricted means, in ticks.</summary>
    /// <param name="pairs">The lives by replicate; observed from the origin on.</param>
    /// <param name="tau">τ, in ticks; above 0.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">A life is not valid or enters late, or a replicate comes twice.</exception>
    public static PairedDifference RestrictedMeans(IReadOnlyList<ReplicatePair<Lifetime>> pairs, double tau, BootstrapSettings? settings = null)
    {
        Lifetime[] all = [.. Check(pairs).SelectMany(p => p.First.Concat(p.Second))];
        ObservationChecks.Check(all, nameof(pairs));
        if (all.Any(o => o.Entry > 0))
        {
            throw new ArgumentException("The paired bootstrap needs lives observed from the origin on; some enter late.", nameof(pairs));
        }

        if (!(tau > 0 && double.IsFinite(tau)))
        {
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "The limit of a restricted mean is a finite number of ticks above 0.");
        }

        return PairedBootstrap.Of(
            pairs.Count,
            new RestrictedMeanStatistic(pairs.Select(p => p.First), tau),
            new RestrictedMeanStatistic(pairs.Select(p => p.Second), tau),
            settings ?? new());
    }

    /// <summary>Difference of shares, such as the probability to outlive the leadership.</summary>
    /// <param name="pairs">Whether it happened, by replicate; runs in which it could not be seen are left out.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">A replicate comes twice.</exception>
    public static PairedDifference Shares(IReadOnlyList<ReplicatePair<bool>> pairs, BootstrapSettings? settings = null)
    {
        Check(pairs);
        var (first, second) = (new ShareStatistic(pairs.Select(p => p.First)), new ShareStatistic(pairs.Select(p => p.Second)));
        return PairedBootstrap.Of(pairs.Count, first, second, settings ?? new());
    }

    /// <summary>Log-rank test with the replicates as strata: arms are compared within the same world only.</summary>
    /// <param name="pairs">The lives by replicate.</param>
    /// <param name="first">Name of the first arm.</param>
    /// <param name="second">Name of the second arm.</param>
    /// <param name="weight">Weights over time; null: all 1.</param>
    /// <remarks>With one run an arm and replicate the test counts which of two lives ended first: what lies between replicates is not used.</remarks>
    public static LogRankTest LogRankByReplicate(IReadOnlyList<ReplicatePair<Lifetime>> pairs, string first, string second, LogRankWeight? weight = null) =>
        LogRank.Test(
            [
                .. Check(pairs).SelectMany(p => p.First.Select(o => o with { Group = first, Stratum = p.Replicate })
                    .Concat(p.Second.Select(o => o with { Group = second, Stratum = p.Replicate }))),
            ],
            weight);

    private static IReadOnlyList<ReplicatePair<T>> Check<T>(IReadOnlyList<ReplicatePair<T>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return pairs.GroupBy(p => p.Replicate).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new ArgumentException($"Replicate '{twice.Key}' comes twice: put all its runs into one pair.", nameof(pairs))
            : pairs;
    }
}
