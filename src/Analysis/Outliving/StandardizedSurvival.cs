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
        var (entries, fewest, known, weight) = (0, int.MaxValue, mostTicks, 0.0);
        var (empty, sums) = (new List<string>(), new double[mostTicks + 1]);
        foreach (var (point, curve) in Curves(sample, mostTicks))
        {
            (entries, weight) = (entries + curve.Entries, weight + curve.Weight);
            (fewest, known) = (Math.Min(fewest, curve.Entries), Math.Min(known, curve.LastTick));
            if (curve.Entries == 0)
            {
                empty.Add(point.ConditionText.Length == 0 ? "all runs" : point.ConditionText);
            }

            for (var t = 0; t <= known; t++)
            {
                sums[t] += curve.Weight * curve.Survival[t];
            }
        }

        double[] means = [.. sums.Take(known + 1).Select(s => s / weight)];
        return new(entries, sample.Runs.Count, fewest, empty, means.Length == 0 ? [] : WithBands(means, weight, sample, mostTicks));
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

    // The curves of many points would not fit into memory: they are estimated when their turn comes, once for the mean and once for its error.
    private static IEnumerable<(RunGroup Point, ResidualCurve Curve)> Curves(ArmSample sample, int mostTicks) =>
        sample.Points.Zip(sample.PointWeights, (point, weight) => (point, ResidualCurve.Of(point, weight, mostTicks)));

    private static Interval[] WithBands(double[] means, double weight, ArmSample sample, int mostTicks)
    {
        var curves = Curves(sample, mostTicks).Select(c => c.Curve);
        var squares = sample.ClustersAreEnvironments ? BetweenCurves(curves, means) : BetweenReplicates(curves, means.Length - 1);
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

    private static double[] BetweenCurves(IEnumerable<ResidualCurve> curves, double[] means)
    {
        var squares = new double[means.Length];
        foreach (var curve in curves)
        {
            for (var t = 0; t < means.Length; t++)
            {
                squares[t] += Math.Pow(curve.Weight * (curve.Survival[t] - means[t]), 2);
            }
        }

        return squares;
    }

    private static double[] BetweenReplicates(IEnumerable<ResidualCurve> curves, int lastTick)
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
