namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>The best split of some points by the classes they belong to: the one that takes away most of the Gini impurity.</summary>
internal sealed class ClassSplitSearch
{
    // A gain this small is rounding.
    private const double Rounding = 1e-9;

    private readonly IReadOnlyList<FactorColumn> _factors;
    private readonly double[][] _numbers;
    private readonly int[][] _codes;
    private readonly int[][] _orders;
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
        _orders = [.. _numbers.Select(OrderOf)];
    }

    /// <summary>Points as a node, sorted by every factor of numbers; a point may stand more than once.</summary>
    public SortedPoints Sorted(int[] points)
    {
        var times = new int[_classes.Count];
        Array.ForEach(points, p => times[p]++);
        return new(points, [.. _orders.Select(order => order.Length == 0 ? [] : Repeated(order, times, points.Length))]);
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
    public FoundClassSplit? Best(SortedPoints node, int[] counts)
    {
        var (best, bestFactor, bestAt, bestOrder) = (0.0, -1, -1, Array.Empty<int>());
        for (var factor = 0; factor < _factors.Count; factor++)
        {
            var order = _codes[factor].Length > 0 ? ByLabel(factor, node.Points, counts) : node.Orders[factor];
            var (gain, at) = Along(factor, order, counts);
            if (gain > best + (Rounding * order.Length))
            {
                (best, bestFactor, bestAt, bestOrder) = (gain, factor, at, order);
            }
        }

        return bestFactor < 0 ? null : Found(bestFactor, bestOrder, bestAt, node);
    }

    // Impurity n − Σ n_k²/n falls by Σ l_k²/l + Σ r_k²/r − Σ n_k²/n; both sums of squares change by one class a step.
    private (double Gain, int At) Along(int factor, int[] order, int[] counts)
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
            if (n >= _minLeaf && order.Length - n >= _minLeaf && Differ(factor, order[n - 1], order[n]))
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

    private bool Differ(int factor, int first, int second) => _codes[factor] is { Length: > 0 } codes
        ? codes[first] != codes[second]
        : _numbers[factor][first] != _numbers[factor][second];

    // Labels stand in the order of their share of the most frequent class: of two classes the best of all sets is then among the splits
    // (Breiman and others 1984, theorem 4.5), of more it is a good one.
    private int[] ByLabel(int factor, int[] points, int[] counts)
    {
        var (codes, target) = (_codes[factor], Array.IndexOf(counts, counts.Max()));
        var labels = codes.Max() + 1;
        var (all, hit) = (new int[labels], new int[labels]);
        foreach (var point in points)
        {
            all[codes[point]]++;
            hit[codes[point]] += _classes[point] == target ? 1 : 0;
        }

        var place = new int[labels];
        var next = 0;
        foreach (var code in Enumerable.Range(0, labels).OrderBy(c => all[c] > 0 ? (double)hit[c] / all[c] : 0).ThenBy(c => c))
        {
            (place[code], next) = (next, next + all[code]);
        }

        var order = new int[points.Length];
        foreach (var point in points)
        {
            order[place[codes[point]]++] = point;
        }

        return order;
    }

    private FoundClassSplit Found(int factor, int[] order, int at, SortedPoints node)
    {
        var goesLeft = new bool[_classes.Count];
        Array.ForEach(order[..at], p => goesLeft[p] = true);
        var (left, right) = node.Split(goesLeft);
        var column = _factors[factor];
        return column.Numbers is not null
            ? new(column.Name, (_numbers[factor][order[at - 1]] + _numbers[factor][order[at]]) / 2, [], left, right)
            : new(column.Name, null, [.. order[..at].Select(p => column.Labels[p]).Distinct(StringComparer.Ordinal)], left, right);
    }

    private static int[] OrderOf(double[] numbers)
    {
        int[] order = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort((double[])numbers.Clone(), order);
        return order;
    }

    private static int[] Repeated(int[] order, int[] times, int count)
    {
        var (repeated, next) = (new int[count], 0);
        foreach (var point in order)
        {
            Array.Fill(repeated, point, next, times[point]);
            next += times[point];
        }

        return repeated;
    }

    private static int[] CodesOf(FactorColumn factor)
    {
        var codes = factor.Levels.Select((label, code) => (label, code)).ToDictionary(x => x.label, x => x.code, StringComparer.Ordinal);
        return [.. factor.Labels.Select(l => codes[l])];
    }
}

/// <summary>A split that was found.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Below">Smaller values go left.</param>
/// <param name="Labels">These labels go left.</param>
/// <param name="Left">Points on the left.</param>
/// <param name="Right">Points on the right.</param>
internal sealed record FoundClassSplit(string Factor, double? Below, IReadOnlyList<string> Labels, SortedPoints Left, SortedPoints Right);
