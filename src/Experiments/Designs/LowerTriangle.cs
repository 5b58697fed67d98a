namespace LeadershipSim.Experiments.Designs;

/// <summary>The Cholesky factor L of a symmetric positive definite matrix, L L' = A.</summary>
internal static class LowerTriangle
{
    // Below this share of a variance what is left of it is rounding.
    private const double Least = 1e-10;

    /// <summary>The factor; null when the matrix is not positive definite.</summary>
    public static double[,]? Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var lower = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    rest -= lower[i, k] * lower[j, k];
                }

                if (i == j && rest < Least * matrix[i, i])
                {
                    return null;
                }

                lower[i, j] = i == j ? Math.Sqrt(rest) : rest / lower[j, j];
            }
        }

        return lower;
    }

    /// <summary>The solution x of L x = y.</summary>
    public static double[] Solve(double[,] lower, double[] right)
    {
        var x = new double[right.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var rest = right[i];
            for (var k = 0; k < i; k++)
            {
                rest -= lower[i, k] * x[k];
            }

            x[i] = rest / lower[i, i];
        }

        return x;
    }

    /// <summary>L x.</summary>
    public static double[] Multiply(double[,] lower, double[] x) =>
        [.. Enumerable.Range(0, x.Length).Select(i => Enumerable.Range(0, i + 1).Sum(k => lower[i, k] * x[k]))];
}
