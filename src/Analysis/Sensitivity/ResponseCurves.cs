namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// One-at-a-time response curves, and individual conditional expectations: mean, interval over replicates and the range of eight tenths of the
/// runs along one factor, for every combination of the others that was run, and for their mean.
/// </summary>
/// <remarks>
/// ten Broeke, van Voorn and Ligtenberg (2016), https://doi.org/10.18564/jasss.2857; Goldstein et al. (2015),
/// https://doi.org/10.1080/10618600.2014.907095; stochastic
/// models: Borgonovo et al. (2022), https://doi.org/10.1007/s10588-021-09358-5. A curve at one baseline says nothing about others: curves that are not parallel
/// show interactions. Curves of one replicate have no band.
/// </remarks>
public static class ResponseCurves
{
    /// <summary>The curves of an output, factor by factor: first the mean over all combinations of a factorial, then each.</summary>
    /// <param name="cloud">The design points: of a full factorial or of one factor at a time.</param>
    /// <param name="output">The output of every run; runs without values are left out.</param>
    /// <param name="level">Confidence level of the intervals.</param>
    public static IReadOnlyList<ResponseCurve> Of(PointCloud cloud, OutputSample output, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(output);
        var (present, values) = cloud.With(output);
        return [.. present.Factors.SelectMany(f => CurvesOf(present, f, values, output.Name, level))];
    }

    private static IEnumerable<ResponseCurve> CurvesOf(PointCloud cloud, FactorColumn factor, double[][] values, string output, double level)
    {
        FactorColumn[] others = [.. cloud.Factors.Where(f => f != factor && f.Levels.Count > 1)];
        var conditions = Enumerable.Range(0, cloud.Points)
            .GroupBy(p => string.Join(", ", others.Select(f => $"{f.Name} = {f.Labels[p]}")), StringComparer.Ordinal)
            .Where(g => g.Select(p => factor.Labels[p]).Distinct().Count() > 1)
            .ToList();
        if (conditions.Count == 0)
        {
            yield break;
        }

        // The baseline of a one-at-a-time design is the only condition there is, and needs no name.
        if (conditions.Count > 1)
        {
            yield return new(output, factor.Name, "", [.. factor.Levels.Select(l => PointAt(factor, l, conditions.SelectMany(c => c), values, level))]);
        }

        foreach (var condition in conditions)
        {
            var levels = factor.Levels.Where(l => condition.Any(p => factor.Labels[p] == l));
            var place = conditions.Count > 1 ? condition.Key : "";
            yield return new(output, factor.Name, place, [.. levels.Select(l => PointAt(factor, l, condition, values, level))]);
        }
    }

    private static ResponsePoint PointAt(FactorColumn factor, string level, IEnumerable<int> points, double[][] values, double confidence)
    {
        int[] here = [.. points.Where(p => factor.Labels[p] == level)];
        double[] runs = [.. here.SelectMany(p => values[p]).Order()];
        return runs.Length == 0
            ? new(level, null, 0, null, null, null)
            : new(level, factor.Numbers?[here[0]], runs.Length, MeanOf([.. here.Select(p => values[p])], confidence),
                SampleMoments.Quantile(runs, 0.1), SampleMoments.Quantile(runs, 0.9));
    }

    // Each condition counts alike; replicates are independent of one another, points of a replicate may not be.
    private static IndexEstimate MeanOf(double[][] points, double confidence)
    {
        var replicates = points[0].Length;
        return points.All(p => p.Length == replicates)
            ? MeanInterval.Of([.. Enumerable.Range(0, replicates).Select(r => points.Average(p => p[r]))], confidence)
            : new(points.Average(p => p.Average()), null, null);
    }
}
