using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>A table in the form that is asked for.</summary>
internal static class TableText
{
    /// <summary>The table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="format">Its form.</param>
    /// <param name="width">Most characters a line of aligned columns; null: any number.</param>
    public static string Of(ResultTable table, TableForm format, int? width = null) => format switch
    {
        TableForm.Csv => CsvText.Of(table),
        TableForm.Json => TableJson.Of(table),
        TableForm.Markdown => MarkdownTable.Of(table),
        TableForm.Latex => LatexTable.Of(table),
        _ => table.Title + Environment.NewLine + TextTable.Of(table, width) + (table.Method.Length == 0 ? "" : table.Method + Environment.NewLine),
    };
}
