using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Standardized rank regression coefficients (SRRC): the coefficients of a linear regression of the output's ranks on the factors'
/// ranks, all with variance 1. Their squares add up to the share that the regression accounts for when factors are uncorrelated.
/// </summary>
/// <remarks>
/// Iman and Conover (1979), https://doi.org/10.1080/00401706.1979.10489820; Saltelli and Marivoet (1990),
/// https://doi.org/10.1016/0951-8320(90)90065-U. Assumes monotone effects without interactions: where <see cref="RankResult.Determination"/> is well below 1,
/// that is not so, or chance is large. Factors without order are not ranked but make strata.
/// </remarks>
public static class RankRegression
{
    /// <summary>The coefficients of an output within each combination of factors without order.</summary>
    /// <param name="cloud">The design points.</param>
    /// <param name="output">The output of every run; points without values are left out.</param>
    /// <param name="settings">How to resample points, and replicates within them, for intervals.</param>
    public static IReadOnlyList<RankResult> Of(PointCloud cloud, OutputSample output, BootstrapSettings settings) =>
        new RankSystem(Coefficients).Of(cloud, output, settings);

    private static double[] Coefficients(Matrix<double> matrix)
    {
        var k = matrix.RowCount - 1;
        return [.. SymmetricSystem.Factor(matrix.SubMatrix(0, k, 0, k))!.Solve(matrix.Column(k, 0, k))];
    }
}
