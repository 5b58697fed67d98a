using LeadershipSim.Analysis.Inference;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Percentile intervals by resampling twice: the units of a design (base rows, trajectories, points), and within them the
/// replicates. Points that shared their random numbers keep sharing them. Indices made of squares count chance twice when replicates are drawn again:
/// the shift of their medians against resampling units alone is taken out.
/// </summary>
/// <remarks>
/// Efron and Tibshirani (1993), https://doi.org/10.1201/9780429246593; Davison and Hinkley (1997),
/// https://doi.org/10.1017/CBO9780511802843, section 3.8, on resampling at two levels, which makes intervals rather too wide than too narrow.
/// </remarks>
/// <param name="values">Values by point and replicate; points of a unit stand together.</param>
/// <param name="pointsPerUnit">Points of a unit.</param>
/// <param name="sharing">Which points share random numbers.</param>
/// <param name="settings">How to resample.</param>
internal sealed class TwoLevelBootstrap(double[][] values, int pointsPerUnit, ChanceSharing sharing, BootstrapSettings settings)
{
    /// <summary>Means of the replicates at each point.</summary>
    public static double[] Means(double[][] values) => [.. values.Select(v => v.Average())];

    /// <summary>Estimates with their intervals.</summary>
    /// <param name="statistic">Indices from the units drawn (by their place in the design) and the means of their points; not a number where one
    /// does not exist.</param>
    /// <returns>One for each index; null where it does not exist.</returns>
    public IReadOnlyList<IndexEstimate?> Of(Func<int[], double[], double[]> statistic)
    {
        settings.Check();
        var units = values.Length / pointsPerUnit;
        var estimates = statistic([.. Enumerable.Range(0, units)], Means(values));
        if (units < 2)
        {
            return [.. estimates.Select(e => double.IsFinite(e) ? new IndexEstimate(e, null, null) : null)];
        }

        var (both, unitsOnly) = Resample(units, statistic);
        return [.. estimates.Select((e, k) => double.IsFinite(e) ? WithInterval(e, Sorted(both, k), Sorted(unitsOnly, k)) : null)];
    }

    private static double[] Sorted(List<double[]> resampled, int index) => [.. resampled.Select(r => r[index]).Where(double.IsFinite).Order()];

    // Never beyond what a resample reached: a correlation stays within −1 and 1.
    private IndexEstimate WithInterval(double estimate, double[] both, double[] unitsOnly)
    {
        if (Math.Min(both.Length, unitsOnly.Length) < settings.Resamples / 2)
        {
            return new(estimate, null, null);
        }

        var tail = (1 - settings.Level) / 2;
        var shift = SampleMoments.Quantile(both, 0.5) - SampleMoments.Quantile(unitsOnly, 0.5);
        var (least, most) = (Math.Min(both[0], unitsOnly[0]), Math.Max(both[^1], unitsOnly[^1]));
        return new(estimate, Math.Max(least, SampleMoments.Quantile(both, tail) - shift), Math.Min(most, SampleMoments.Quantile(both, 1 - tail) - shift));
    }

    private (List<double[]> Both, List<double[]> UnitsOnly) Resample(int units, Func<int[], double[], double[]> statistic)
    {
        var random = new RandomStream(settings.Seed);
        var (drawn, means, plain, unitMeans) = (new int[units], new double[values.Length], Means(values), new double[values.Length]);
        var replicates = new int[values.Max(v => v.Length)];
        var (both, unitsOnly) = (new List<double[]>(settings.Resamples), new List<double[]>(settings.Resamples));
        for (var resample = 0; resample < settings.Resamples; resample++)
        {
            Draw(replicates, ref random);
            for (var u = 0; u < units; u++)
            {
                drawn[u] = random.NextIndex(units);
                if (sharing is ChanceSharing.BasePoint or ChanceSharing.SeedAsFactor)
                {
                    Draw(replicates, ref random);
                }

                for (var p = 0; p < pointsPerUnit; p++)
                {
                    var from = (drawn[u] * pointsPerUnit) + p;
                    (means[(u * pointsPerUnit) + p], unitMeans[(u * pointsPerUnit) + p]) = (MeanOf(values[from], replicates, ref random), plain[from]);
                }
            }

            both.Add(statistic(drawn, means));
            unitsOnly.Add(replicates.Length == 1 ? both[^1] : statistic(drawn, unitMeans));
        }

        return (both, unitsOnly);
    }

    private static void Draw(int[] replicates, ref RandomStream random)
    {
        for (var r = 0; r < replicates.Length; r++)
        {
            replicates[r] = random.NextIndex(replicates.Length);
        }
    }

    // Where numbers of replicates differ, replicates are drawn point by point.
    private double MeanOf(double[] point, int[] replicates, ref RandomStream random)
    {
        if (point.Length == 1)
        {
            return point[0];
        }

        var (sum, isShared) = (0.0, sharing != ChanceSharing.None && point.Length == replicates.Length);
        for (var r = 0; r < point.Length; r++)
        {
            sum += point[isShared ? replicates[r] : random.NextIndex(point.Length)];
        }

        return sum / point.Length;
    }
}
