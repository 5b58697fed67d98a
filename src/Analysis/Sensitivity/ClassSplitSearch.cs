namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>The best split of some points by the classes they belong to: the one that takes away most of the Gini impurity.</summary>
internal sealed class ClassSplitSearch
{
    // A gain this small is rounding.
    private const double Rounding = 1e-9;

    private readonly IReadOnlyList<FactorColumn> _factors;
    private readonly double[][] _numbers;
    private readonly int[][] _codes;
    private readonly IReadOnlyList<int> _classes;
    private readonly int _classCount;
    private readonly int _minLeaf;

    /// <param name="cloud">The points.</param>
    /// <param name="classes">The class of each, from 0.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="minLeaf">Fewest points on either side.</param>
    public ClassSplitSearch(PointCloud cloud, IReadOnlyList<int> classes, int classCount, int minLeaf)
    {
        (_factors, _classes, _classCount, _minLeaf) = (cloud.Factors, classes, classCount, minLeaf);
        _numbers = [.. _factors.Select(f => f.Numbers is { } numbers ? numbers.ToArray() : [])];
        _codes = [.. _factors.Select(f => f.Numbers is null ? CodesOf(f) : [])];
    }

    /// <summary>How many of some points each class has.</summary>
    public int[] CountsOf(ReadOnlySpan<int> points)
    {
        var counts = new int[_classCount];
        foreach (var point in points)
        {
            counts[_classes[point]]++;
        }

        return counts;
    }

    /// <summary>The split that takes away most; null if none takes away any. Of equal ones the first factor and the smallest value win.</summary>
    public FoundSplit? Best(int[] points, int[] counts)
    {
        var (best, bestAt, bestKeys) = (0.0, (-1, -1), (Keys: Array.Empty<double>(), Order: Array.Empty<int>()));
        for (var factor = 0; factor < _factors.Count; factor++)
        {
            var keys = KeysOf(factor, points, counts);
            var order = (int[])points.Clone();
            Array.Sort(keys, order);
            var (gain, at) = Along(keys, order, counts);
            if (gain > best + (Rounding * points.Length))
            {
                (best, bestAt, bestKeys) = (gain, (factor, at), (keys, order));
            }
        }

        return bestAt.Item1 < 0 ? null : Found(bestAt.Item1, bestKeys.Keys, bestKeys.Order, bestAt.Item2, best);
    }

    // Impurity n − Σ n_k²/n falls by Σ l_k²/l + Σ r_k²/r − Σ n_k²/n; both sums of squares change by one class a step.
    private (double Gain, int At) Along(double[] keys, int[] order, int[] counts)
    {
        var (left, right) = (new int[_classCount], (int[])counts.Clone());
        var (leftSquares, rightSquares) = (0.0, counts.Sum(c => (double)c * c));
        var whole = rightSquares / order.Length;
        var (best, at) = (0.0, -1);
        for (var n = 1; n < order.Length; n++)
        {
            var k = _classes[order[n - 1]];
            leftSquares += (2.0 * left[k]++) + 1;
            rightSquares -= (2.0 * right[k]--) - 1;
            if (n >= _minLeaf && order.Length - n >= _minLeaf && keys[n - 1] != keys[n])
            {
                var gain = (leftSquares / n) + (rightSquares / (order.Length - n)) - whole;
                if (gain > best + Rounding)
                {
                    (best, at) = (gain, n);
                }
            }
        }

        return (best, at);
    }

    // Labels stand in the order of their share of the most frequent class: of two classes the best of all sets is then among the splits
    // (Breiman and others 1984, theorem 4.5), of more it is a good one.
    private double[] KeysOf(int factor, int[] points, int[] counts)
    {
        var keys = new double[points.Length];
        if (_codes[factor] is not { Length: > 0 } codes)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = _numbers[factor][points[i]];
            }

            return keys;
        }

        var target = Array.IndexOf(counts, counts.Max());
        var (all, hit) = (new double[codes.Max() + 1], new double[codes.Max() + 1]);
        foreach (var point in points)
        {
            all[codes[point]]++;
            hit[codes[point]] += _classes[point] == target ? 1 : 0;
        }

        int[] ranked = [.. Enumerable.Range(0, all.Length).OrderBy(c => all[c] > 0 ? hit[c] / all[c] : 0).ThenBy(c => c)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Array.IndexOf(ranked, codes[points[i]]);
        }

        return keys;
    }

    private FoundSplit Found(int factor, double[] keys, int[] order, int at, double gain)
    {
        var column = _factors[factor];
        int[] low = order[..at], high = order[at..];
        return column.Numbers is not null
            ? new(column.Name, (keys[at - 1] + keys[at]) / 2, [], low, high, gain)
            : new(column.Name, null, [.. low.Select(p => column.Labels[p]).Distinct(StringComparer.Ordinal)], low, high, gain);
    }

    private static int[] CodesOf(FactorColumn factor)
    {
        var codes = factor.Levels.Select((label, code) => (label, code)).ToDictionary(x => x.label, x => x.code, StringComparer.Ordinal);
        return [.. factor.Labels.Select(l => codes[l])];
    }
}
