using LeadershipSim.Analysis.Inference;
using MathNet.Numerics;

namespace LeadershipSim.Analysis.Tables;

/// <summary>Puts p-values that are adjusted for the number of comparisons (Holm) into a table of tests. Those of one measure are a family.</summary>
public static class HolmColumn
{
    /// <summary>Tables that have tests: the column of their p-values, or null where p follows from difference and standard error.</summary>
    private static readonly Dictionary<string, string?> PValues = new() { ["differences"] = null, ["contrasts"] = "logRankP", ["cox"] = "p" };

    /// <summary>Names of the tables that have tests.</summary>
    public static IEnumerable<string> Tables => PValues.Keys;

    /// <summary>The table with one more column; of differences with two, the p-value itself as well.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    public static ResultTable Added(ResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Rows.ToArray();
        var column = PValues[table.Name];
        double?[] values = [.. rows.Select(row => column is null ? FromDifference(table, row) : (double?)row[IndexOf(table, column)])];
        var measure = table.Columns.ToList().FindIndex(c => c.Name == "measure");
        var adjusted = new double?[rows.Length];
        foreach (var family in Enumerable.Range(0, rows.Length).GroupBy(k => measure < 0 ? "" : rows[k][measure]))
        {
            int[] tests = [.. family];
            var found = HolmAdjustment.Of([.. tests.Select(k => values[k])]);
            for (var i = 0; i < tests.Length; i++)
            {
                adjusted[tests[i]] = found[i];
            }
        }

        TableColumn[] own = column is null ? [TableColumn.Measure("p", "p", "1", 2)] : [];
        TableColumn[] added = [.. own, TableColumn.Measure("holmP", "p (Holm)", "1", 2)];
        var method = (column is null ? " p: difference over its bootstrap standard error, normal." : "")
            + " p (Holm): adjusted for the comparisons of the same measure, step-down.";
        return new(table.Name, table.Title, table.Method + method, [.. table.Columns, .. added],
            [.. rows.Select((row, k) => (IReadOnlyList<object?>)[.. row, .. column is null ? [values[k]] : Array.Empty<object?>(), adjusted[k]])]);
    }

    private static double? FromDifference(ResultTable table, IReadOnlyList<object?> row)
    {
        var difference = row[IndexOf(table, "difference")] switch { Interval interval => interval.Estimate, double number => number, _ => double.NaN };
        return row[IndexOf(table, "standardError")] is double error && error > 0 && double.IsFinite(difference)
            ? SpecialFunctions.Erfc(Math.Abs(difference / error) / Math.Sqrt(2)) : null;
    }

    private static int IndexOf(ResultTable table, string column) => table.Columns.ToList().FindIndex(c => c.Name == column);
}
