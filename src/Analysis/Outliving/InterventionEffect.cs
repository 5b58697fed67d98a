using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// What losing leaders at a fixed tick does to the programs of an arm: twins of the same world with minus without the removal. Who enters
/// does not depend on when leaders would have left by themselves.
/// </summary>
/// <remarks>
/// Only programs that are alive at the removal, and in which it finds somebody, are counted; both are the same in both twins. Fixed
/// conditions weigh alike, and replicates are clusters: Σ_j m_j / J over the conditions j with means m_j; a condition without such programs
/// makes the means undefined. Where environments are a sample, each such program weighs alike and environments are clusters: those without
/// such programs have nothing to lose at that tick.
/// </remarks>
/// <param name="Arm">The arm.</param>
/// <param name="Counts">Pairs, and what became of them.</param>
/// <param name="Alive">Share alive at the landmark, with minus without; null where it is undefined.</param>
/// <param name="Life">Mean life up to the horizon, with minus without, in ticks.</param>
/// <param name="AliveAgainstReference">Difference of <paramref name="Alive"/> from the reference's, cluster by cluster; null for the reference.</param>
/// <param name="LifeAgainstReference">Difference of <paramref name="Life"/> from the reference's, likewise.</param>
public sealed record InterventionEffect(
    Arm Arm, TwinEffect Counts, Interval? Alive, Interval? Life, PairedDifference? AliveAgainstReference, PairedDifference? LifeAgainstReference)
{
    /// <summary>Share alive at the landmark in the worlds as they are; null where it is undefined.</summary>
    public Interval? AliveWithout { get; init; }

    /// <summary>Mean life up to the horizon in the worlds as they are, in ticks from the founding on; null where it is undefined.</summary>
    public Interval? LifeWithout { get; init; }

    /// <summary>The effects by arm, in the order of the pairs.</summary>
    /// <param name="pairs">The twins.</param>
    /// <param name="comparedPath">Path of the factor that is compared; empty when none is.</param>
    /// <param name="tick">Tick of the removal.</param>
    /// <param name="afterTicks">Ticks after it at which programs are looked at.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <param name="areSampled">Whether environments are a sample, and so what is independent.</param>
    /// <param name="reference">Level of the arm the others are compared with; null: the first.</param>
    public static IReadOnlyList<InterventionEffect> Of(
        IReadOnlyList<TwinPair> pairs, string comparedPath, int tick, int afterTicks, BootstrapSettings? settings = null, bool areSampled = false,
        string? reference = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var horizon = pairs.Select(p => p.Point.Scenario.HorizonTicks).DefaultIfEmpty(1).Min();
        var arms = pairs.GroupBy(p => ArmOf(p.Point, comparedPath)).Select(g => (Arm: g.Key, Pairs: g.ToArray())).ToArray();
        var hit = arms.Select(a => Counted(a.Pairs, tick, areSampled)).ToArray();
        ClusterTotals?[] Totals(Func<TwinPair, double> value) =>
            [.. hit.Select(h => h is null ? null : ClusterTotals.Of(h.Select(x => (x.Cluster, x.Weight, value(x.Pair)))))];
        double Later(ProgramEnd end) => TwinEffect.IsAlive(end, tick + afterTicks) ? 1 : 0;
        var (alive, life) = (Totals(p => Later(p.With) - Later(p.Without)), Totals(p => (double)p.With.Tick - p.Without.Tick));
        var (aliveWithout, lifeWithout) = (Totals(p => Later(p.Without)), Totals(p => p.Without.Tick));
        var first = Math.Max(0, Array.FindIndex(arms, a => a.Arm.Level == reference));
        return
        [
            .. arms.Select((arm, k) => new InterventionEffect(
                arm.Arm,
                TwinEffect.Of(arm.Pairs, tick, afterTicks),
                alive[k]?.MeanInterval(-1, 1),
                life[k]?.MeanInterval(-horizon, horizon),
                k == first ? null : Difference(alive[k], alive[first], settings),
                k == first ? null : Difference(life[k], life[first], settings))
            {
                AliveWithout = aliveWithout[k]?.ShareInterval(),
                LifeWithout = lifeWithout[k]?.MeanInterval(0, horizon),
            }),
        ];
    }

    private static Arm ArmOf(DesignPoint point, string path) => path.Length == 0 ? Arm.Whole
        : new(path, StudyPoints.Text(point.Values.First(v => v.Path == path).Value));

    private static PairedDifference? Difference(ClusterTotals? arm, ClusterTotals? reference, BootstrapSettings? settings) =>
        arm is null || reference is null ? null : ClusterContrast.Of(arm, reference, settings ?? new());

    // The pairs that count, with their weights and clusters; null where they do not define a mean.
    private static (int Cluster, double Weight, TwinPair Pair)[]? Counted(TwinPair[] pairs, int tick, bool areSampled)
    {
        bool Counts(TwinPair pair) => pair.FoundSomebody && TwinEffect.IsAliveFor(pair, tick);
        if (areSampled)
        {
            var hit = pairs.Where(Counts).Select(p => (p.Point.Environment ?? p.Point.Index, 1.0, p)).ToArray();
            return hit.Length == 0 ? null : hit;
        }

        var points = pairs.GroupBy(p => p.Point.Index).Select(g => g.Where(Counts).ToArray()).ToArray();
        var fewest = points.Min(p => p.Length);
        return fewest == 0 ? null : [.. points.SelectMany(p => p.Select(pair => (pair.Replicate, (double)fewest / p.Length, pair)))];
    }
}
