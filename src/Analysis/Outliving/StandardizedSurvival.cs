using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Survival after the leadership left, standardized over conditions: the weighted mean of the Kaplan–Meier curves of an arm's design
/// points. A condition in which no leadership left has no curve; then the mean does not exist, and that is said.
/// </summary>
/// <remarks>
/// Direct standardization of survival curves: Makuch (1982), https://doi.org/10.1016/0021-9681(82)90063-6; Hernán and Robins (2020), chapter
/// 17. Errors are those of independent clusters: a replicate moves all points' curves at once (their infinitesimal jackknives add up); a
/// sampled environment counts by its curve's distance from the mean.
/// </remarks>
/// <param name="Entries">Programs that saw their leadership leave.</param>
/// <param name="Runs">All programs.</param>
/// <param name="FewestEntries">Entries of the condition that has fewest.</param>
/// <param name="EmptyConditions">Conditions without entries, in words.</param>
/// <param name="Survival">Share alive so many ticks after the exit, from 0, up to where every condition is observed; empty when it does not exist.</param>
public sealed record StandardizedSurvival(int Entries, int Runs, int FewestEntries, IReadOnlyList<string> EmptyConditions, IReadOnlyList<Interval> Survival)
{
    /// <summary>Standardizes the curves of an arm.</summary>
    /// <param name="sample">The runs of the arm.</param>
    /// <param name="mostTicks">Ticks after the exit up to which curves are of interest.</param>
    public static StandardizedSurvival Of(ArmSample sample, int mostTicks)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ResidualCurve[] curves = [.. sample.Points.Zip(sample.PointWeights, (p, weight) => ResidualCurve.Of(p, weight, mostTicks))];
        string[] empty =
        [
            .. sample.Points.Zip(curves).Where(p => p.Second.Entries == 0).Select(p => p.First.ConditionText.Length == 0 ? "all runs" : p.First.ConditionText),
        ];
        var known = empty.Length > 0 ? -1 : curves.Min(c => c.LastTick);
        return new(curves.Sum(c => c.Entries), sample.Runs.Count, curves.Min(c => c.Entries), empty, known < 0 ? [] : Mean(curves, sample, known));
    }

    /// <summary>Share alive so many ticks after the exit; null where some condition is not observed that long.</summary>
    public Interval? At(int ticks) => ticks >= 0 && ticks < Survival.Count ? Survival[ticks] : null;

    /// <summary>First tick after the exit at which at most half are alive; null when it is not reached.</summary>
    public int? Median
    {
        get
        {
            var found = Survival.Select((s, tick) => (s.Estimate, tick)).FirstOrDefault(s => s.Estimate <= 0.5 + 1e-9, (1, -1));
            return found.Item2 < 0 ? null : found.Item2;
        }
    }

    /// <summary>Mean ticks lived after the exit up to τ: the area under the curve. Null where some condition is not observed that long.</summary>
    /// <param name="tau">τ, in ticks.</param>
    public double? RestrictedMeanTo(int tau) => tau <= Survival.Count ? Survival.Take(tau).Sum(s => s.Estimate) : null;

    private static Interval[] Mean(ResidualCurve[] curves, ArmSample sample, int lastTick)
    {
        var weight = curves.Sum(c => c.Weight);
        double[] means = [.. Enumerable.Range(0, lastTick + 1).Select(t => curves.Sum(c => c.Weight * c.Survival[t]) / weight)];
        var squares = sample.ClustersAreEnvironments ? BetweenCurves(curves, means) : BetweenReplicates(curves, lastTick);
        var band = new ConfidenceBand(ConfidenceType.LogLog, 0.95);
        return
        [
            .. means.Select((mean, t) =>
            {
                var (lower, upper) = mean is 0 or 1 ? (null, null) : band.Around(mean, Math.Sqrt(squares[t]) / weight / mean, band.HalfWidth);
                return new Interval(mean, lower ?? double.NaN, upper ?? double.NaN);
            }),
        ];
    }

    private static double[] BetweenCurves(ResidualCurve[] curves, double[] means) =>
        [.. means.Select((mean, t) => curves.Sum(c => Math.Pow(c.Weight * (c.Survival[t] - mean), 2)))];

    private static double[] BetweenReplicates(ResidualCurve[] curves, int lastTick)
    {
        var influences = new Dictionary<int, double[]>();
        foreach (var curve in curves)
        {
            curve.AddInfluence(influences, lastTick);
        }

        var squares = new double[lastTick + 1];
        foreach (var influence in influences.Values)
        {
            for (var t = 0; t <= lastTick; t++)
            {
                squares[t] += influence[t] * influence[t];
            }
        }

        return squares;
    }
}
