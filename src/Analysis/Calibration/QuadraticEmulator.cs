using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Experiments.Specs;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// One statistic as a full quadratic of the parameters, by least squares. The variance of a prediction is s²(1 + h), s² the larger of
/// the residual variance and the mean squared error of leaving one point out: what the quadratic misses counts in full, with the noise
/// of the points.
/// </summary>
internal sealed class QuadraticEmulator
{
    private readonly Cholesky<double> _factor;
    private readonly Vector<double> _coefficients;
    private readonly double _variance;

    private QuadraticEmulator(Cholesky<double> factor, Vector<double> coefficients, double variance) =>
        (_factor, _coefficients, _variance) = (factor, coefficients, variance);

    /// <summary>The fit; null when the points do not determine it.</summary>
    public static QuadraticEmulator? Fit(IReadOnlyList<IReadOnlyList<double>> positions, double[] values)
    {
        var terms = HistoryMatchingSettings.EmulatorTerms(positions[0].Count);
        if (positions.Count <= terms + 1)
        {
            return null;
        }

        var columns = Matrix<double>.Build.DenseOfRows(positions.Select(RowOf));
        if (SymmetricSystem.Factor(columns.TransposeThisAndMultiply(columns)) is not { } factor)
        {
            return null;
        }

        var coefficients = factor.Solve(columns.TransposeThisAndMultiply(Vector<double>.Build.Dense(values)));
        var (residual, left) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var row = columns.Row(i);
            var error = values[i] - (row * coefficients);
            var leverage = Math.Min(row * factor.Solve(row), 1 - 1e-9);
            residual += error * error;
            left += error * error / ((1 - leverage) * (1 - leverage));
        }

        return new(factor, coefficients, Math.Max(residual / (values.Length - terms), left / values.Length));
    }

    /// <summary>Prediction and its variance.</summary>
    public (double Mean, double Variance) At(IReadOnlyList<double> position)
    {
        var row = Vector<double>.Build.Dense(RowOf(position));
        return (row * _coefficients, _variance * (1 + (row * _factor.Solve(row))));
    }

    private static double[] RowOf(IReadOnlyList<double> u) =>
    [
        1,
        .. u.Select(Centred),
        .. from j in Enumerable.Range(0, u.Count) from k in Enumerable.Range(j, u.Count - j) select Centred(u[j]) * Centred(u[k]),
    ];

    // Centred squares are nearly orthogonal to the linear terms.
    private static double Centred(double u) => (2 * u) - 1;
}
