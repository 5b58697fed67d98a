using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Shapley effects from points that were run already, whatever the design: Var(Y) − c(u) is estimated by the mean variance of Y among each
/// point's nearest neighbours in the ranks of the factors of u.
/// </summary>
/// <remarks>
/// Broto, Bachoc and Depecker (2020), https://doi.org/10.1137/18M1234631, with their three neighbours. Factors may be correlated; points must be a
/// sample of the
/// distribution that is meant. Biased where points are few for the number of factors: neighbours are then far, and what matters little seems to matter.
/// Intervals by leaving out tenths of the points (jackknife) and the normal distribution.
/// </remarks>
public static class ShapleyOfNeighbours
{
    private const int Neighbours = 3;
    private const int Groups = 10;
    private const int MostFactors = 10;
    private const int MostPoints = 600;
    private const string Estimator = "conditional variances among nearest neighbours in ranks: the points sample the intended distribution, densely for the number of factors; intervals by jackknife of tenths";

    /// <summary>The effects on an output.</summary>
    /// <param name="cloud">The design points; factors without order are near where they are equal.</param>
    /// <param name="output">The output of every run; points without values are left out, and of very many an even selection is taken.</param>
    /// <param name="level">Confidence level of the intervals.</param>
    public static ShapleyResult Of(PointCloud cloud, OutputSample output, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(output);
        var (present, values) = cloud.With(output);
        var names = present.Factors.Select(f => f.Name);
        int[] chosen = [.. Enumerable.Range(0, Math.Min(MostPoints, values.Length))
            .Select(i => (int)((long)i * values.Length / Math.Min(MostPoints, values.Length)))];
        double[] means = [.. chosen.Select(p => values[p].Average())];
        var variance = means.Length > 0 ? SampleMoments.PopulationVariance(means) : 0;
        var reason = present.Factors.Count > MostFactors ? Invariant($"There are {present.Factors.Count} factors; nearest neighbours say little about more than {MostFactors}.")
            : means.Length < 5 * Groups ? Invariant($"There are {means.Length} design points; nearest neighbours need at least {5 * Groups}.")
            : variance > 0 ? "" : "The output is the same at every design point.";
        if (reason.Length > 0)
        {
            return ShapleyEffects.None(output.Name, names, variance, Estimator, reason);
        }

        var distances = Distances(present.At(chosen));
        var effects = Effects(distances, means, leftOut: -1);
        double[][] jackknife = [.. Enumerable.Range(0, Groups).Select(g => Effects(distances, means, g))];
        var halfWidth = ConfidenceLevel.QuantileOf(level);
        return new(output.Name, [.. names.Select((n, i) => new ShapleyFactor(n, Estimate(effects[i], [.. jackknife.Select(j => j[i])], halfWidth)))],
            variance, Estimator, "");
    }

    private static IndexEstimate Estimate(double effect, double[] jackknife, double halfWidth)
    {
        var error = Math.Sqrt(SampleMoments.PopulationVariance(jackknife) * (Groups - 1));
        return new(effect, effect - (halfWidth * error), effect + (halfWidth * error));
    }

    private static double[] Effects(float[][] distances, double[] means, int leftOut)
    {
        int[] points = [.. Enumerable.Range(0, means.Length).Where(p => p % Groups != leftOut)];
        double[] kept = [.. points.Select(p => means[p])];
        var (variance, all) = (SampleMoments.Variance(kept), (1 << distances.Length) - 1);
        return ShapleyEffects.Of([.. Enumerable.Range(0, all + 1)
            .Select(set => set == 0 ? 0 : set == all ? variance : variance - VarianceAmongNeighbours(distances, means, points, set))]);
    }

    private static double VarianceAmongNeighbours(float[][] distances, double[] means, int[] points, int set)
    {
        int[] members = [.. Enumerable.Range(0, distances.Length).Where(i => (set >> i & 1) == 1)];
        var (sum, near, nearest) = (0.0, new float[Neighbours], new double[Neighbours]);
        foreach (var p in points)
        {
            Array.Fill(near, float.MaxValue);
            foreach (var q in points)
            {
                Insert(near, nearest, DistanceOf(distances, members, p, q, means.Length), means[q]);
            }

            sum += SampleMoments.Variance(nearest);
        }

        return sum / points.Length;
    }

    private static void Insert(float[] near, double[] nearest, float distance, double value)
    {
        if (distance >= near[^1])
        {
            return;
        }

        var at = near.Length - 1;
        while (at > 0 && distance < near[at - 1])
        {
            (near[at], nearest[at]) = (near[at - 1], nearest[at - 1]);
            at--;
        }

        (near[at], nearest[at]) = (distance, value);
    }

    private static float DistanceOf(float[][] distances, int[] members, int p, int q, int count)
    {
        var sum = 0f;
        foreach (var i in members)
        {
            sum += distances[i][(p * count) + q];
        }

        return sum;
    }

    // Squared distances of ranks, as shares of the number of points; labels are 0 or 1 apart.
    private static float[][] Distances(PointCloud cloud)
    {
        var n = cloud.Points;
        return
        [
            .. cloud.Factors.Select(f =>
            {
                var (ranks, result) = (f.Numbers is null ? null : Ranks.Of(f.Numbers), new float[n * n]);
                for (var p = 0; p < n; p++)
                {
                    for (var q = 0; q < n; q++)
                    {
                        var gap = ranks is null ? f.Labels[p] == f.Labels[q] ? 0 : 1 : (ranks[p] - ranks[q]) / n;
                        result[(p * n) + q] = (float)(gap * gap);
                    }
                }

                return result;
            }),
        ];
    }
}
