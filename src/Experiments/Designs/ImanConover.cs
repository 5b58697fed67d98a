using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Gives columns wanted rank correlations by reordering them (Iman and Conover 1982, doi:10.1080/03610918208812265): normal scores
/// are made uncorrelated in the sample, then correlated as wanted, and every column takes the order of its scores.
/// </summary>
internal static class ImanConover
{
    // Ranks keep a correlation of scores only nearly; a second pass starts nearer, and few points need several.
    private const int Passes = 6;

    /// <summary>Columns of ranks 0..n−1, with the wanted correlations as nearly as any of a few passes came.</summary>
    public static int[][] Reorder(int[][] columns, double[,] target, ref RandomStream random)
    {
        var lower = LowerTriangle.Of(target) ?? throw new ArgumentException("not a correlation matrix", nameof(target));
        var scores = Scores(columns);
        var (best, least) = (columns, double.PositiveInfinity);
        for (var pass = 0; pass < Passes; pass++)
        {
            // Two columns in the same order, as chance gives them at few points, have no correlation matrix to undo.
            if (LowerTriangle.Of(Correlations(scores)) is { } sample)
            {
                columns = Mixed(scores, sample, lower);
            }
            else
            {
                columns = (int[][])columns.Clone();
                columns[random.NextIndex(columns.Length)] = UnitCube.Shuffled(columns[0].Length, ref random);
            }

            scores = Scores(columns);
            var distance = Distance(Correlations(scores), target);
            (best, least) = distance < least ? (columns, distance) : (best, least);
        }

        return best;
    }

    private static int[][] Mixed(double[][] scores, double[,] sample, double[,] lower)
    {
        double[][] mixed = [.. scores.Select(s => new double[s.Length])];
        for (var i = 0; i < scores[0].Length; i++)
        {
            var row = LowerTriangle.Multiply(lower, LowerTriangle.Solve(sample, [.. scores.Select(s => s[i])]));
            for (var k = 0; k < row.Length; k++)
            {
                mixed[k][i] = row[k];
            }
        }

        return [.. mixed.Select(Ranks)];
    }

    private static double Distance(double[,] a, double[,] b) => a.Cast<double>().Zip(b.Cast<double>()).Max(x => Math.Abs(x.First - x.Second));

    // Van der Waerden's scores Φ⁻¹((rank + 1) / (n + 1)); they have mean 0.
    private static double[][] Scores(int[][] columns)
    {
        var count = columns[0].Length;
        double[] score = [.. Enumerable.Range(0, count).Select(k => StandardNormal.Quantile((k + 1.0) / (count + 1)))];
        return [.. columns.Select(column => column.Select(rank => score[rank]).ToArray())];
    }

    private static double[,] Correlations(double[][] scores)
    {
        var size = scores.Length;
        var norm = Product(scores[0], scores[0]);
        var matrix = new double[size, size];
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
            {
                matrix[a, b] = Product(scores[a], scores[b]) / norm;
            }
        }

        return matrix;
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static int[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        var ranks = new int[values.Length];
        for (var k = 0; k < order.Length; k++)
        {
            ranks[order[k]] = k;
        }

        return ranks;
    }
}
