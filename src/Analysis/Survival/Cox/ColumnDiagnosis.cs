using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival.Cox;

/// <summary>Finds the columns that say nothing, or nothing new, about the hazard.</summary>
internal static class ColumnDiagnosis
{
    // Relative to a column's own variance: below this, what the other columns leave of it is rounding.
    private const double Tolerance = 1e-10;

    /// <summary>The columns that can be estimated, and for the others the reason why not.</summary>
    public static (IReadOnlyList<int> Usable, IReadOnlyDictionary<int, string> Reasons) Of(CoxData data)
    {
        var reasons = new Dictionary<int, string>();
        int[] all = [.. Enumerable.Range(0, data.Columns.Count)];
        var sets = new RiskSets(data.Rows, all);
        var information = PartialLikelihood.At(sets, new double[all.Length], TiedTimes.Breslow).Information;
        var events = data.Rows.Where(r => r.Event).Sum(r => r.Weight);
        var usable = new List<int>();
        foreach (var column in all)
        {
            var range = data.Rows.Max(r => r.Covariates[column]) - data.Rows.Min(r => r.Covariates[column]);
            if (range == 0)
            {
                reasons[column] = $"Column '{data.Columns[column]}' has the same value in every row: it cannot be estimated. Leave it out.";
            }
            else if (!(information[column, column] > Tolerance * 1e-2 * events * range * range))
            {
                reasons[column] = $"Column '{data.Columns[column]}' does not differ among those at risk when events happen (within strata): it cannot be estimated. Leave it out.";
            }
            else if (Combination(information, usable, column) is { } others)
            {
                var names = string.Join(", ", others.Select(o => $"'{data.Columns[o]}'"));
                reasons[column] = $"Column '{data.Columns[column]}' is a combination of {names}: their effects cannot be told apart. Leave one of them out.";
            }
            else
            {
                usable.Add(column);
            }
        }

        return (usable, reasons);
    }

    private static List<int>? Combination(Matrix<double> information, List<int> usable, int column)
    {
        if (usable.Count == 0)
        {
            return null;
        }

        var inner = Matrix<double>.Build.Dense(usable.Count, usable.Count, (j, k) => information[usable[j], usable[k]]);
        var outer = Vector<double>.Build.Dense(usable.Count, j => information[usable[j], column]);
        var slopes = inner.Solve(outer);
        var own = information[column, column];
        if (own - outer.DotProduct(slopes) > Tolerance * own)
        {
            return null;
        }

        return [.. usable.Where((u, j) => slopes[j] * slopes[j] * information[u, u] > 1e-8 * own)];
    }
}
