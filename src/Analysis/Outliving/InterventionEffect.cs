using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// What losing leaders at a fixed tick does to the programs of an arm: twins of the same world with minus without the removal, over
/// conditions in equal parts. Who enters does not depend on when leaders would have left by themselves.
/// </summary>
/// <remarks>
/// Only programs that are alive at the removal, and in which it finds somebody, are counted; both are the same in both twins. Errors are
/// those of replicates as clusters. A condition without such programs makes the means undefined.
/// </remarks>
/// <param name="Arm">The arm.</param>
/// <param name="Counts">Pairs, and what became of them.</param>
/// <param name="Alive">Share alive at the landmark, with minus without; null where it is undefined.</param>
/// <param name="Life">Mean life up to the horizon, with minus without, in ticks.</param>
/// <param name="AgainstReference">Difference of <paramref name="Alive"/> from the reference's, replicate by replicate; null for the reference.</param>
public sealed record InterventionEffect(Arm Arm, TwinEffect Counts, Interval? Alive, Interval? Life, PairedDifference? AgainstReference)
{
    /// <summary>The effects by arm; the first is the reference of the others.</summary>
    /// <param name="pairs">The twins.</param>
    /// <param name="comparedPath">Path of the factor that is compared; empty when none is.</param>
    /// <param name="tick">Tick of the removal.</param>
    /// <param name="afterTicks">Ticks after it at which programs are looked at.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    public static IReadOnlyList<InterventionEffect> Of(
        IReadOnlyList<TwinPair> pairs, string comparedPath, int tick, int afterTicks, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var horizon = pairs.Select(p => p.Point.Scenario.HorizonTicks).DefaultIfEmpty(1).Min();
        Arm ArmOf(TwinPair pair) => comparedPath.Length == 0 ? Arm.Whole
            : new(comparedPath, FormattableString.Invariant($"{pair.Point.Values.First(v => v.Path == comparedPath).Value}"));
        var arms = pairs.GroupBy(ArmOf).Select(g => (Arm: g.Key, Pairs: g.ToArray())).ToArray();
        double Lost(TwinPair pair) => Flag(TwinEffect.IsAlive(pair.With, tick + afterTicks)) - Flag(TwinEffect.IsAlive(pair.Without, tick + afterTicks));
        var alive = arms.Select(a => Totals(a.Pairs, tick, Lost)).ToArray();
        var life = arms.Select(a => Totals(a.Pairs, tick, p => (double)p.With.Tick - p.Without.Tick)).ToArray();
        int[] clusters = [.. alive.SelectMany(a => a?.Values.Keys ?? []).Distinct().Order()];
        return
        [
            .. arms.Select((arm, k) => new InterventionEffect(
                arm.Arm,
                TwinEffect.Of(arm.Pairs, tick, afterTicks),
                alive[k]?.MeanInterval(-1, 1),
                life[k]?.MeanInterval(-horizon, horizon),
                k == 0 || alive[k] is null || alive[0] is null ? null
                    : PairedBootstrap.Of(clusters.Length, alive[k]!.Statistic(clusters), alive[0]!.Statistic(clusters), settings ?? new()))),
        ];
    }

    private static ClusterTotals? Totals(TwinPair[] pairs, int tick, Func<TwinPair, double> value)
    {
        var points = pairs.GroupBy(p => p.Point.Index)
            .Select(g => g.Where(p => p.FoundSomebody && TwinEffect.IsAliveFor(p, tick)).ToArray()).ToArray();
        return points.Any(p => p.Length == 0) ? null
            : ClusterTotals.Of(points.SelectMany(p => p.Select(pair => (pair.Replicate, 1.0 / p.Length, value(pair)))));
    }

    private static double Flag(bool value) => value ? 1 : 0;
}
