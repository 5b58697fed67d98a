using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace LeadershipSim.Analysis.Fitting;

/// <summary>Positive definite systems of equations.</summary>
internal static class SymmetricSystem
{
    // Variances are products of counts: a pivot this small against the diagonal is rounding.
    private const double Tolerance = 1e-12;

    /// <summary>The Cholesky factorization; null when the matrix is not positive definite.</summary>
    public static Cholesky<double>? Factor(Matrix<double> matrix)
    {
        for (var i = 0; i < matrix.RowCount; i++)
        {
            if (!(matrix[i, i] > 0))
            {
                return null;
            }
        }

        try
        {
            var factorization = matrix.Cholesky();
            var pivots = factorization.Factor.Diagonal();
            for (var i = 0; i < matrix.RowCount; i++)
            {
                if (!(pivots[i] * pivots[i] > Tolerance * matrix[i, i]))
                {
                    return null;
                }
            }

            return factorization;
        }
        catch (ArgumentException)
        {
            // MathNet's way of saying that the matrix is not positive definite.
            return null;
        }
    }
}
