using System.Globalization;

namespace LeadershipSim.Runner.Tables;

/// <summary>A table of what a sensitivity analysis found.</summary>
/// <param name="Name">Name of its file, without extension.</param>
/// <param name="Method">How its numbers were found.</param>
/// <param name="LabelColumns">How many columns from the left are labels.</param>
/// <param name="Values">Its values.</param>
internal sealed record SensitivityTable(string Name, string Method, int LabelColumns, CsvTable Values)
{
    private const int MostReportRows = 60;

    /// <summary>The table as it stands in the report; of a long one the beginning.</summary>
    public ReportTable ForReport()
    {
        var rest = Values.Rows.Count - MostReportRows;
        var caption = string.Create(CultureInfo.InvariantCulture, $"{Method}.{(rest > 0 ? $" {rest} more rows are in the file." : "")} File: analysis/{Name}.csv.");
        return new(caption, Values.Columns, [.. Values.Rows.Take(MostReportRows).Select(Cells)], LabelColumns);
    }

    /// <summary>The table for a terminal.</summary>
    public string ForTerminal() => Method + Environment.NewLine + TextTable.Of([Values.Columns, .. Values.Rows.Select(Cells)]);

    private static string[] Cells(IReadOnlyList<object?> row) =>
        [.. row.Select(v => v is double number ? Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture) : v is null ? "–" : CsvTable.Text(v))];
}
