namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Ranks, equal values sharing the mean of theirs, and what is computed of them.</summary>
internal static class Ranks
{
    /// <summary>The ranks of values, from 1.</summary>
    public static double[] Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            for (var i = first; i < end; i++)
            {
                ranks[order[i]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return ranks;
    }

    /// <summary>Correlations of columns; null when one of them is constant.</summary>
    public static double[,]? Correlations(IReadOnlyList<double[]> columns)
    {
        double[][] standard = [.. columns.Select(Standardized)];
        var result = new double[columns.Count, columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var n = 0; n < standard[i].Length; n++)
                {
                    sum += standard[i][n] * standard[j][n];
                }

                (result[i, j], result[j, i]) = (sum, sum);
            }

            if (!(result[i, i] > 0.5))
            {
                return null;
            }
        }

        return result;
    }

    private static double[] Standardized(double[] column)
    {
        var mean = column.Average();
        var length = Math.Sqrt(column.Sum(v => (v - mean) * (v - mean)));
        return [.. column.Select(v => length > 0 ? (v - mean) / length : 0)];
    }
}
