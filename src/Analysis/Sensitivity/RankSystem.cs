using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Rank coefficients within strata, whichever they are: ranks, correlations, resampling, reasons.</summary>
/// <param name="coefficients">Coefficients from the rank correlations of the factors with the output, which is last; not a number where they do not
/// exist.</param>
internal sealed class RankSystem(Func<Matrix<double>, double[]> coefficients)
{
    // Below this a determinant of correlations is rounding.
    private const double Singular = 1e-10;

    /// <summary>The coefficients in each stratum.</summary>
    public IReadOnlyList<RankResult> Of(PointCloud cloud, OutputSample output, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        var (present, values) = cloud.With(output);
        return present.Ordered.Count == 0 ? []
            : [.. present.Strata.Select(s => Within(s.Name, present.At(s.Points), [.. s.Points.Select(p => values[p])], output, settings))];
    }

    private RankResult Within(string stratum, PointCloud cloud, double[][] values, OutputSample output, BootstrapSettings settings)
    {
        var factors = cloud.Ordered;
        double[][] columns = [.. factors.Select(f => f.Numbers!.ToArray())];
        if (Reason(factors, columns, TwoLevelBootstrap.Means(values)) is { Length: > 0 } reason)
        {
            return new(output.Name, stratum, cloud.Points, [.. factors.Select(f => new RankFactor(f.Name, null))], null, reason);
        }

        var everyPoint = Enumerable.Range(0, cloud.Points).ToArray();
        var estimates = new TwoLevelBootstrap(values, 1, output.Sharing, settings).Of((drawn, means) => At(columns, drawn, means));
        var correlations = Correlations(columns, everyPoint, TwoLevelBootstrap.Means(values))!;
        return new(output.Name, stratum, cloud.Points, [.. factors.Select((f, i) => new RankFactor(f.Name, estimates[i]))], DeterminationOf(correlations), "");
    }

    private double[] At(double[][] columns, int[] drawn, double[] means) =>
        Correlations(columns, drawn, means) is { } matrix && IsRegular(matrix) ? coefficients(matrix) : [.. columns.Select(_ => double.NaN)];

    private static Matrix<double>? Correlations(double[][] columns, int[] drawn, double[] means)
    {
        double[][] ranks = [.. columns.Select(c => Ranks.Of([.. drawn.Select(d => c[d])])), Ranks.Of(means)];
        return Ranks.Correlations(ranks) is { } found ? Matrix<double>.Build.DenseOfArray(found) : null;
    }

    private static bool IsRegular(Matrix<double> matrix)
    {
        var k = matrix.RowCount - 1;
        return SymmetricSystem.Factor(matrix.SubMatrix(0, k, 0, k)) is { } factor && factor.Determinant > Singular;
    }

    private static string Reason(IReadOnlyList<FactorColumn> factors, double[][] columns, double[] means)
    {
        var constant = columns.ToList().FindIndex(c => c.Distinct().Count() < 2);
        if (columns[0].Length < factors.Count + 3)
        {
            return Invariant($"There are {columns[0].Length} design points; {factors.Count} factors need at least {factors.Count + 3}. Run more points.");
        }

        if (constant >= 0 || means.Distinct().Count() < 2)
        {
            return constant >= 0
                ? $"{factors[constant].Name} is the same at every design point here: leave it out."
                : "The output is the same at every design point: there is nothing to explain.";
        }

        return Correlations(columns, [.. Enumerable.Range(0, means.Length)], means) is { } matrix && IsRegular(matrix)
            ? ""
            : "The ranks of some factors follow from those of others: their effects cannot be told apart. Leave one of them out, or take another design.";
    }

    private static double DeterminationOf(Matrix<double> matrix)
    {
        var k = matrix.RowCount - 1;
        var with = matrix.Column(k, 0, k);
        return with * SymmetricSystem.Factor(matrix.SubMatrix(0, k, 0, k))!.Solve(with);
    }
}
