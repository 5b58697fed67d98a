using System.Text;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>A table as a pipe table of Markdown, with its title above; numbers are aligned to the right.</summary>
internal static class MarkdownTable
{
    /// <summary>The table.</summary>
    public static string Of(ResultTable table)
    {
        (TableColumn Column, int Index)[] shown = [.. table.Columns.Select((c, i) => (c, i)).Where(c => !c.c.IsDetail)];
        var text = new StringBuilder();
        if (table.Title.Length > 0)
        {
            text.Append("**").Append(Escaped(table.Title)).Append("**\n\n");
        }

        AppendRow(text, shown.Select(c => Escaped(CellText.HeadingOf(c.Column))));
        AppendRow(text, shown.Select(c => c.Column.IsText ? "---" : "---:"));
        foreach (var row in table.Rows)
        {
            AppendRow(text, shown.Select(c => Escaped(CellText.Of(c.Column, row[c.Index]))));
        }

        return table.Method.Length == 0 ? text.ToString() : text.Append('\n').Append(Escaped(table.Method)).Append('\n').ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
