using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using StudentT = MathNet.Numerics.Distributions.StudentT;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// A mean standardized over conditions, by cluster: Σ_c y_c / Σ_c d_c, where y_c sums the weighted values of a cluster and d_c its weights.
/// A run weighs as its design point does, over the number of the point's runs; so the mean is Σ_j w_j m_j / Σ_j w_j over points j with
/// means m_j (the g-formula: Robins 1986, https://doi.org/10.1016/0270-0255(86)90088-6; Hernán and Robins 2020, Causal Inference: What If,
/// chapter 13).
/// </summary>
/// <remarks>
/// Error: √(Σ_c (y_c − m d_c)²)/Σ_c d_c, that of independent clusters (Liang and Zeger 1986, https://doi.org/10.1093/biomet/73.1.13). Few
/// clusters make it too small, so intervals of means use Student's distribution with one degree of freedom less than clusters.
/// </remarks>
/// <param name="Values">y_c by cluster.</param>
/// <param name="Weights">d_c by cluster.</param>
/// <param name="IndependentRuns">Number of equally weighted independent runs that would be as many: (Σ w)²/Σ w².</param>
internal sealed record ClusterTotals(IReadOnlyDictionary<int, double> Values, IReadOnlyDictionary<int, double> Weights, double IndependentRuns)
{
    // Of a two-sided 95 % interval.
    private const double UpperTail = 0.975;

    /// <summary>The standardized mean; null without runs.</summary>
    public double? Mean => Values.Count == 0 ? null : Values.Values.Sum() / Weights.Values.Sum();

    /// <summary>Totals of a quantity over the runs of an arm.</summary>
    /// <param name="runs">The runs with their weights.</param>
    /// <param name="value">The quantity.</param>
    public static ClusterTotals Of(IEnumerable<WeightedRun> runs, Func<ProgramRun, double> value) =>
        Of(runs.Select(r => (r.Cluster, r.Weight, value(r.Run))));

    /// <summary>Totals of weighted values.</summary>
    /// <param name="items">Cluster, weight and value of each.</param>
    public static ClusterTotals Of(IEnumerable<(int Cluster, double Weight, double Value)> items)
    {
        var (values, weights) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        var (sum, squares) = (0.0, 0.0);
        foreach (var (cluster, weight, value) in items)
        {
            values[cluster] = values.GetValueOrDefault(cluster) + (weight * value);
            weights[cluster] = weights.GetValueOrDefault(cluster) + weight;
            (sum, squares) = (sum + weight, squares + (weight * weight));
        }

        return new(values, weights, squares == 0 ? 0 : sum * sum / squares);
    }

    /// <summary>The mean with a 95 % interval cut to what is possible; without interval where there is one cluster. Null without runs.</summary>
    /// <param name="least">Least value that is possible.</param>
    /// <param name="most">Greatest value that is possible.</param>
    public Interval? MeanInterval(double least, double most)
    {
        if (Mean is not { } mean)
        {
            return null;
        }

        var reach = Values.Count < 2 ? double.NaN : StudentT.InvCDF(0, 1, Values.Count - 1, UpperTail) * Error(mean);
        return new(mean, double.IsNaN(reach) ? reach : Math.Max(least, mean - reach), double.IsNaN(reach) ? reach : Math.Min(most, mean + reach));
    }

    /// <summary>A share with Wilson's 95 % interval, for as many independent runs as give the same error; null without runs.</summary>
    public Interval? ShareInterval()
    {
        if (Mean is not { } share)
        {
            return null;
        }

        var error = Error(share);
        var trials = error > 0 ? Math.Min(IndependentRuns, share * (1 - share) / (error * error)) : IndependentRuns;
        return Wilson(share, trials);
    }

    /// <summary>The statistic of the paired bootstrap over clusters.</summary>
    /// <param name="clusters">The clusters that are resampled, in order.</param>
    public IArmStatistic Statistic(IReadOnlyList<int> clusters) => new RatioStatistic(
        [.. clusters.Select(c => Values.GetValueOrDefault(c))], [.. clusters.Select(c => Weights.GetValueOrDefault(c))]);

    /// <summary>The same totals by blocks of clusters.</summary>
    public ClusterTotals InBlocks(IReadOnlyDictionary<int, int> blocks)
    {
        Dictionary<int, double> Sums(IReadOnlyDictionary<int, double> totals) =>
            totals.GroupBy(t => blocks[t.Key]).ToDictionary(b => b.Key, b => b.Sum(t => t.Value));
        return this with { Values = Sums(Values), Weights = Sums(Weights) };
    }

    private static Interval Wilson(double share, double trials)
    {
        var square = NormalQuantile.Quantile975 * NormalQuantile.Quantile975;
        var centre = ((share * trials) + (square / 2)) / (trials + square);
        var reach = Proportion.HalfWidth(share, trials, NormalQuantile.Quantile975);
        return new(share, Math.Max(0, Math.Min(share, centre - reach)), Math.Min(1, Math.Max(share, centre + reach)));
    }

    private double Error(double mean) => Math.Sqrt(Values.Sum(v => Math.Pow(v.Value - (mean * Weights[v.Key]), 2))) / Weights.Values.Sum();
}
