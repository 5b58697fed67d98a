namespace LeadershipSim.Analysis.Calibration;

/// <summary>√Σ w_j ((s_j − s_j^obs) / scale_j)².</summary>
internal static class SummaryDistance
{
    /// <summary>The distance; ∞ when a statistic does not exist.</summary>
    public static double Of(CalibrationProblem problem, IReadOnlyList<double> scales, IReadOnlyList<double> summaries)
    {
        var sum = 0.0;
        for (var j = 0; j < summaries.Count; j++)
        {
            var difference = (summaries[j] - problem.Observed[j]) / scales[j];
            sum += (problem.Weights?[j] ?? 1) * difference * difference;
        }

        return double.IsFinite(sum) ? Math.Sqrt(sum) : double.PositiveInfinity;
    }

    /// <summary>
    /// Median absolute deviations of simulations from the prior; where that is 0, as for a statistic with few values, the standard
    /// deviation; 1 where nothing varies.
    /// </summary>
    public static double[] Scales(CalibrationProblem problem, IReadOnlyList<IReadOnlyList<double>> simulations) =>
        [.. Enumerable.Range(0, problem.Observed.Count).Select(j => problem.Scales?[j] ?? Scale([.. simulations.Select(s => s[j]).Where(double.IsFinite)]))];

    private static double Scale(double[] values)
    {
        if (values.Length == 0)
        {
            return 1;
        }

        double[] equal = [.. values.Select(_ => 1.0)];
        var median = new WeightedSample(values, equal).Quantile(0.5);
        var deviation = new WeightedSample([.. values.Select(v => Math.Abs(v - median))], equal).Quantile(0.5);
        var spread = deviation > 0 ? deviation : new WeightedSample(values, equal).StandardDeviation;
        return spread > 0 ? spread : 1;
    }
}
