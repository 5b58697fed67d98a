namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Means, variances and quantiles of samples.</summary>
internal static class SampleMoments
{
    /// <summary>Σ(x − mean)²/n.</summary>
    public static double PopulationVariance(IReadOnlyList<double> values)
    {
        var (mean, sum) = (values.Average(), 0.0);
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum / values.Count;
    }

    /// <summary>Σ(x − mean)²/(n − 1); 0 for a single value.</summary>
    public static double Variance(IReadOnlyList<double> values) =>
        values.Count < 2 ? 0 : PopulationVariance(values) * values.Count / (values.Count - 1);

    /// <summary>Quantile of sorted values, R's type 7.</summary>
    public static double Quantile(double[] sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        return sorted[low] + ((place - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
    }
}
