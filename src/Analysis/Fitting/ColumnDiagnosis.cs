using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Fitting;

/// <summary>A column of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Range">Largest less smallest value.</param>
internal readonly record struct ModelColumn(string Name, double Range);

/// <summary>The columns that can be estimated, and for the others the reason why not.</summary>
/// <param name="Usable">Indexes of the columns that can be estimated.</param>
/// <param name="Reasons">By index of the other columns.</param>
internal sealed record ColumnDiagnosis(IReadOnlyList<int> Usable, IReadOnlyDictionary<int, string> Reasons)
{
    // Relative to a column's own variance: below this, what the other columns leave of it is rounding.
    private const double Tolerance = 1e-10;

    /// <summary>Finds columns that say nothing, or nothing new.</summary>
    /// <param name="information">Information about the columns at the start of the search.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="events">Number of events: the scale of the information.</param>
    public static ColumnDiagnosis Of(Matrix<double> information, IReadOnlyList<ModelColumn> columns, double events)
    {
        var (usable, reasons) = (new List<int>(), new Dictionary<int, string>());
        for (var column = 0; column < columns.Count; column++)
        {
            var (name, range) = columns[column];
            if (range == 0)
            {
                reasons[column] = $"Column '{name}' has the same value in every row: it cannot be estimated. Leave it out.";
            }
            else if (!(information[column, column] > Tolerance * 1e-2 * events * range * range))
            {
                reasons[column] = $"Column '{name}' does not differ among those at risk when events happen (within strata): it cannot be estimated. Leave it out.";
            }
            else if (Combination(information, usable, column) is { } others)
            {
                var names = string.Join(", ", others.Select(o => $"'{columns[o].Name}'"));
                reasons[column] = $"Column '{name}' is a combination of {names}: their effects cannot be told apart. Leave one of them out.";
            }
            else
            {
                usable.Add(column);
            }
        }

        return new(usable, reasons);
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
