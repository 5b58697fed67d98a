using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Partial rank correlation coefficients (PRCC): correlation of the ranks of a factor and of the output after the linear effects of
/// the other factors' ranks are taken out of both, −P_iy/√(P_ii P_yy) with P the inverse of the rank correlation matrix.
/// </summary>
/// <remarks>
/// Iman and Conover (1979), https://doi.org/10.1080/00401706.1979.10489820; Marino et al. (2008),
/// https://doi.org/10.1016/j.jtbi.2008.04.011. Assumes monotone effects: a hump has a coefficient near 0. Not a share of variance: without noise
/// even a weak monotone effect has ±1. Factors without order are not ranked but make strata.
/// </remarks>
public static class PartialRankCorrelation
{
    // Closer to 1 than this the residual of a regression of ranks is rounding.
    private const double Rounding = 1e-12;

    /// <summary>The coefficients of an output within each combination of factors without order.</summary>
    /// <param name="cloud">The design points.</param>
    /// <param name="output">The output of every run; points without values are left out.</param>
    /// <param name="settings">How to resample points, and replicates within them, for intervals.</param>
    public static IReadOnlyList<RankResult> Of(PointCloud cloud, OutputSample output, BootstrapSettings settings) =>
        new RankSystem(Coefficients).Of(cloud, output, settings);

    // By the residuals rather than by the inverse of the whole matrix, which does not exist where the ranks of factors give that of the output exactly.
    private static double[] Coefficients(Matrix<double> matrix)
    {
        var k = matrix.RowCount - 1;
        var result = new double[k];
        for (var i = 0; i < k; i++)
        {
            int[] others = [.. Enumerable.Range(0, k).Where(j => j != i)];
            var (factorLeft, outputLeft, jointLeft) = (1.0, 1.0, matrix[i, k]);
            if (others.Length > 0)
            {
                var factor = SymmetricSystem.Factor(Matrix<double>.Build.Dense(others.Length, others.Length, (a, b) => matrix[others[a], others[b]]))!;
                var withFactor = Vector<double>.Build.Dense(others.Length, a => matrix[others[a], i]);
                var withOutput = Vector<double>.Build.Dense(others.Length, a => matrix[others[a], k]);
                var solved = factor.Solve(withOutput);
                (factorLeft, outputLeft, jointLeft) =
                    (1 - (withFactor * factor.Solve(withFactor)), 1 - (withOutput * solved), matrix[i, k] - (withFactor * solved));
            }

            result[i] = outputLeft > Rounding ? Math.Clamp(jointLeft / Math.Sqrt(factorLeft * outputLeft), -1, 1) : double.NaN;
        }

        return result;
    }
}
