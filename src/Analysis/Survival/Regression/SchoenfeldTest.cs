using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// The score test of β_j(t) = β_j + θ_j g(t) against θ_j = 0, for each column and for all together: are hazards proportional?
/// </summary>
/// <remarks>
/// Grambsch and Therneau (1994), https://doi.org/10.1093/biomet/81.3.515, in the exact form of R's survival 3.x (its cox.zph, with
/// terms = FALSE). A small p-value with many events may be a change too small to matter: look at the curves.
/// </remarks>
/// <param name="Columns">One test per column of the model, in order; null where the coefficient does not exist.</param>
/// <param name="Global">The test of all columns together; null where it does not exist.</param>
/// <param name="Reason">Why there is no test; empty when there is.</param>
public sealed record SchoenfeldTest(IReadOnlyList<(string Name, ChiSquareTest? Test)> Columns, ChiSquareTest? Global, string Reason)
{
    /// <summary>Tests a fitted model.</summary>
    /// <param name="data">The data the model was fitted to.</param>
    /// <param name="fit">The model.</param>
    /// <param name="scale">The function g of time.</param>
    public static SchoenfeldTest Of(CoxData data, CoxFit fit, TimeScale scale = TimeScale.KaplanMeier)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.MartingaleResiduals.Count == 0)
        {
            var reason = fit.Problems.Count > 0
                ? "The model has no finite estimates to test: " + string.Join(" ", fit.Problems.Distinct())
                : "The risks of the rows differ by more than numbers can hold: look for outliers in the columns, or take their logarithm.";
            return new([.. data.Columns.Select(c => (c, (ChiSquareTest?)null))], null, reason);
        }

        int[] used = [.. Enumerable.Range(0, data.Columns.Count).Where(j => fit.Coefficients[j].Coefficient is not null)];
        var (score, information) =
            Augmented(new RiskSets(data.Rows, used), [.. used.Select(j => fit.Coefficients[j].Coefficient!.Value)], fit.Ties, Scale(data, scale));
        return new(
            [.. data.Columns.Select((name, column) =>
                (name, Array.IndexOf(used, column) is >= 0 and var j ? Test(score, information, used.Length, [j]) : null))],
            Test(score, information, used.Length, [.. Enumerable.Range(0, used.Length)]),
            "");
    }

    private static Dictionary<double, double> Scale(CoxData data, TimeScale scale)
    {
        double[] times = [.. data.Rows.Where(r => r.Event).Select(r => r.Time).Distinct().Order()];
        var values = times.ToDictionary(t => t, t => t);
        if (scale == TimeScale.KaplanMeier)
        {
            var before = 1.0;
            foreach (var row in KaplanMeier.Of([.. data.Rows.Select(r => new Lifetime(r.Time, r.Event ? 1 : 0, Entry: r.Entry))]).Rows)
            {
                values[row.Time] = 1 - before;
                before = row.Survival;
            }
        }

        // A constant in g changes nothing, as the score is 0 at the estimate; near 0 the sums are exact.
        var mean = times.Average(t => values[t]);
        return times.ToDictionary(t => t, t => values[t] - mean);
    }

    private static (double[] Score, double[,] Information) Augmented(RiskSets sets, double[] coefficients, TiedTimes ties, Dictionary<double, double> scale)
    {
        var size = sets.Columns;
        var (score, information) = (new double[2 * size], new double[2 * size, 2 * size]);
        sets.Visit(sets.Risks(coefficients), moments =>
        {
            var g = scale[moments.Time];
            for (var j = 0; j < size; j++)
            {
                score[size + j] += g * moments.Events.Sum(row => sets.Rows[row].Weight * sets.Covariates[row][j]);
            }

            foreach (var (fraction, weight) in moments.Parts(ties))
            {
                for (var j = 0; j < size; j++)
                {
                    score[size + j] -= g * weight * moments.Mean(fraction, j);
                    for (var k = 0; k < size; k++)
                    {
                        var covariance = weight * moments.Covariance(fraction, j, k);
                        information[j, k] += covariance;
                        information[j, size + k] += g * covariance;
                        information[size + j, k] += g * covariance;
                        information[size + j, size + k] += g * g * covariance;
                    }
                }
            }
        });
        return (score, information);
    }

    private static ChiSquareTest? Test(double[] score, double[,] information, int size, int[] tested)
    {
        int[] kept = [.. Enumerable.Range(0, size).Concat(tested.Select(j => size + j))];
        var matrix = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => information[kept[i], kept[j]]);
        var vector = Vector<double>.Build.Dense(kept.Length, i => score[kept[i]]);
        return SymmetricSystem.Factor(matrix) is { } factor ? new(vector.DotProduct(factor.Solve(vector)), tested.Length) : null;
    }
}
