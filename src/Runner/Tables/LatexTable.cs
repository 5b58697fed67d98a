using System.Text;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>A table for LaTeX with the rules of booktabs (\usepackage{booktabs}); the method stands in its note.</summary>
internal static class LatexTable
{
    /// <summary>The table.</summary>
    public static string Of(ResultTable table)
    {
        (TableColumn Column, int Index)[] shown = [.. table.Columns.Select((c, i) => (c, i)).Where(c => !c.c.IsDetail)];
        var text = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n");
        text.Append("\\caption{").Append(Escaped(table.Title.Length > 0 ? table.Title : table.Name)).Append("}\n");
        text.Append("\\label{tab:").Append(table.Name).Append("}\n");
        text.Append("\\begin{tabular}{").Append(string.Concat(shown.Select(c => c.Column.IsText ? 'l' : 'r'))).Append("}\n\\toprule\n");
        AppendRow(text, shown.Select(c => Escaped(CellText.HeadingOf(c.Column))));
        text.Append("\\midrule\n");
        foreach (var row in table.Rows)
        {
            AppendRow(text, shown.Select(c => Escaped(CellText.Of(c.Column, row[c.Index]))));
        }

        text.Append("\\bottomrule\n\\end{tabular}\n");
        if (table.Method.Length > 0)
        {
            text.Append("\n\\smallskip\\footnotesize ").Append(Escaped(table.Method)).Append('\n');
        }

        return text.Append("\\end{table}\n").ToString();
    }

    // A line that begins with a bracket would be read as an option of the line break before it.
    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(" & ", cells.Select((cell, i) => i == 0 && cell.StartsWith('[') ? "{}" + cell : cell)).Append(" \\\\\n");

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            escaped.Append(letter switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + letter,
                '<' => "$<$",
                '>' => "$>$",
                '−' => "$-$",
                '–' => "--",
                '×' => "$\\times$",
                '→' => "$\\rightarrow$",
                'μ' => "$\\mu$",
                'σ' => "$\\sigma$",
                'τ' => "$\\tau$",
                'χ' => "$\\chi$",
                '²' => "$^2$",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
