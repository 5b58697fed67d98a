using System.Net;
using System.Text;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Report;

/// <summary>Writes the elements a report is made of; all text is escaped here and nowhere else.</summary>
internal sealed class HtmlText
{
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

    /// <summary>Appends a table that scrolls by itself when it is wider than the page.</summary>
    public HtmlText Table(ReportTable table)
    {
        Raw("<div class=\"wide\"><table>").Element("caption", table.Caption).Raw("<thead><tr>");
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)))
        {
            // Parameter paths are long words: they may break at their dots.
            Raw($"<th scope=\"col\"{(i < table.LabelColumns ? " class=\"key\"" : "")}>{Escaped(column).Replace(".", ".<wbr>", StringComparison.Ordinal)}</th>");
        }

        Raw("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            Raw("<tr>" + string.Concat(row.Select((cell, i) => Cell(cell, i < table.LabelColumns))) + "</tr>");
        }

        return Raw("</tbody></table></div>");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Cell(string text, bool isLabel) =>
        isLabel ? $"<th scope=\"row\">{Escaped(text)}</th>" : $"<td>{Escaped(text)}</td>";
}
