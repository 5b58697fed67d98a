using System.Net;
using System.Text;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Report;

/// <summary>Writes the elements a report is made of; all text is escaped here and nowhere else.</summary>
internal sealed class HtmlText
{
    private const int MostRows = 60;
    private readonly StringBuilder _text = new();

    /// <summary>Text made safe for a page.</summary>
    public static string Escaped(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Appends markup as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Appends an element with text.</summary>
    public HtmlText Element(string name, string text, string attributes = "") =>
        Raw($"<{name}{(attributes.Length > 0 ? " " + attributes : "")}>{Escaped(text)}</{name}>");

    /// <summary>Appends a section: a heading and what follows it.</summary>
    public HtmlText Section(string id, string heading, Action<HtmlText> body)
    {
        Raw($"<section id=\"{id}\">").Element("h2", heading);
        body(this);
        return Raw("</section>");
    }

    /// <summary>Appends names with values.</summary>
    public HtmlText Definitions(IEnumerable<(string Name, string Value)> entries, string style = "facts")
    {
        Raw($"<dl class=\"{style}\">");
        foreach (var (name, value) in entries)
        {
            Raw($"<div><dt>{Escaped(name)}</dt><dd>{Escaped(value)}</dd></div>");
        }

        return Raw("</dl>");
    }

    /// <summary>Appends a table that scrolls by itself when it is wider than the page; of a long one the beginning.</summary>
    public HtmlText Table(ResultTable table)
    {
        (TableColumn Column, int Index)[] shown = [.. table.Columns.Select((c, i) => (c, i)).Where(c => !c.c.IsDetail)];
        var rest = table.Count - MostRows;
        var more = rest > 0 ? Invariant($" {rest} more rows are in the file.") : "";
        Raw($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Escaped(table.Title)}, scrolls sideways\"><table>").Element("caption", $"{table.Title}. {table.Method}{more} File: analysis/{table.Name}.csv.").Raw("<thead><tr>");
        foreach (var (column, _) in shown)
        {
            // Parameter paths are long words: they may break at their dots.
            var heading = Escaped(CellText.HeadingOf(column)).Replace(".", ".<wbr>", StringComparison.Ordinal);
            Raw($"<th scope=\"col\"{(column.IsLabel ? " class=\"key\"" : "")}>{heading}</th>");
        }

        Raw("</tr></thead><tbody>");
        foreach (var row in table.Rows.Take(MostRows))
        {
            Raw("<tr>" + string.Concat(shown.Select(c => Cell(CellText.Of(c.Column, row[c.Index]), c.Column.IsLabel))) + "</tr>");
        }

        return Raw("</tbody></table></div>");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Cell(string text, bool isLabel) =>
        isLabel && text.Length > 0 ? $"<th scope=\"row\">{Escaped(text)}</th>" : $"<td>{Escaped(text)}</td>";
}
