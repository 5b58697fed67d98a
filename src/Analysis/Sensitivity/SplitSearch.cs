namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>The best split of some points.</summary>
/// <param name="cloud">The design points.</param>
/// <param name="means">The output at each.</param>
/// <param name="minLeaf">Fewest points on either side.</param>
internal sealed class SplitSearch(PointCloud cloud, double[] means, int minLeaf)
{
    // A gain this small against the squared error of the node is rounding.
    private const double Rounding = 1e-10;

    /// <summary>The split that takes away most squared error; null if none takes away any. Of equal ones the first factor and the smallest value win.</summary>
    public FoundSplit? Best(IReadOnlyList<int> points)
    {
        var best = cloud.Factors.Select(f => Along(f, points)).Where(s => s is not null)
            .DefaultIfEmpty().Aggregate((a, b) => b!.Gain > a!.Gain * (1 + Rounding) ? b : a);
        return best is not null && best.Gain > Rounding * Math.Max(ErrorOf(points), Rounding * points.Sum(p => means[p] * means[p])) ? best : null;
    }

    /// <summary>Σ(y − mean)² of points.</summary>
    public double ErrorOf(IReadOnlyList<int> points)
    {
        var mean = points.Average(p => means[p]);
        return points.Sum(p => (means[p] - mean) * (means[p] - mean));
    }

    // Labels in the order of their means are enough: the best of all 2^(q − 1) − 1 splits is among them (Fisher 1958,
    // https://doi.org/10.1080/01621459.1958.10501479).
    private FoundSplit? Along(FactorColumn factor, IReadOnlyList<int> points)
    {
        var places = factor.Numbers is { } numbers
            ? null
            : points.GroupBy(p => factor.Labels[p], StringComparer.Ordinal).OrderBy(g => g.Average(p => means[p]))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select((g, i) => (g.Key, i)).ToDictionary(x => x.Key, x => (double)x.i, StringComparer.Ordinal);
        double ValueOf(int point) => places is null ? factor.Numbers![point] : places[factor.Labels[point]];
        int[] order = [.. points.OrderBy(ValueOf)];
        var (center, left, total) = (points.Average(p => means[p]), 0.0, 0.0);
        var (bestGain, bestAt) = (0.0, -1);
        for (var n = 1; n < order.Length; n++)
        {
            left += means[order[n - 1]] - center;
            if (n < minLeaf || order.Length - n < minLeaf || ValueOf(order[n - 1]) == ValueOf(order[n]))
            {
                continue;
            }

            // Both sides' squared error falls by left²/n + (total − left)²/(N − n), total being 0.
            var gain = (left * left / n) + ((total - left) * (total - left) / (order.Length - n));
            if (gain > bestGain * (1 + Rounding))
            {
                (bestGain, bestAt) = (gain, n);
            }
        }

        if (bestAt < 0)
        {
            return null;
        }

        int[] low = order[..bestAt], high = order[bestAt..];
        return places is null
            ? new(factor.Name, (ValueOf(low[^1]) + ValueOf(high[0])) / 2, [], low, high, bestGain)
            : new(factor.Name, null, [.. low.Select(p => factor.Labels[p]).Distinct()], low, high, bestGain);
    }
}

/// <summary>A split that was found.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Below">Smaller values go left.</param>
/// <param name="Labels">These labels go left.</param>
/// <param name="Left">Points on the left.</param>
/// <param name="Right">Points on the right.</param>
/// <param name="Gain">Squared error removed.</param>
internal sealed record FoundSplit(string Factor, double? Below, IReadOnlyList<string> Labels, int[] Left, int[] Right, double Gain);
