using System.Globalization;
using System.Net;
using System.Text;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Writes figures as SVG: text stays text, colours are attributes that a style sheet can overrule, the same figure gives the same bytes.</summary>
internal static class FigureSvg
{
    /// <summary>A document of its own, with the font inside.</summary>
    public static string Standalone(IFigure figure) =>
        Render(figure, $"<style>{FigureFont.FontFaceRule()}</style>", " xmlns=\"http://www.w3.org/2000/svg\"" + Extent(figure.Size));

    /// <summary>An element to be put into a page that brings the font.</summary>
    public static string Inline(IFigure figure) => Render(figure, "", "");

    private static string Extent(SKSize size) => string.Create(CultureInfo.InvariantCulture, $" width=\"{size.Width}\" height=\"{size.Height}\"");

    private static string Render(IFigure figure, string style, string attributes)
    {
        var size = figure.Size;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg{attributes} role=\"img\" viewBox=\"0 0 {size.Width} {size.Height}\" font-family=\"DejaVu Sans, Verdana, sans-serif\" ");
        svg.Append(CultureInfo.InvariantCulture, $"aria-label=\"{WebUtility.HtmlEncode(figure.AltText)}\">{style}");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        foreach (var mark in Sheet.Of(figure).Marks)
        {
            Write(svg, mark);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Write(StringBuilder svg, Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                svg.Append("<path fill=\"none\" d=\"").Append(Path(line.Points)).Append('"').Append(Of(line.Stroke)).Append("/>\n");
                break;
            case AreaMark area:
                svg.Append("<path d=\"").Append(Path(area.Points)).Append("Z\"").Append(Filled(area.Fill)).Append("/>\n");
                break;
            case BoxMark { Box: var box } it:
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Place(box.Left)}\" y=\"{Place(box.Top)}\" width=\"{Place(box.Width)}\" height=\"{Place(box.Height)}\"{Filled(it.Fill)}{Of(it.Edge)}/>\n");
                break;
            case CircleMark circle:
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Place(circle.Centre.X)}\" cy=\"{Place(circle.Centre.Y)}\" r=\"{Place(circle.Radius)}\"{Filled(circle.Fill)}{Of(circle.Edge)}/>\n");
                break;
            case TextMark text:
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Place(text.At.X)}\" y=\"{Place(text.At.Y)}\" font-size=\"{Place(text.Size)}\"{Anchor(text.Align)}{Filled(text.Colour)}{Turned(text)}>{WebUtility.HtmlEncode(Clean(text.Text))}</text>\n");
                break;
        }
    }

    // Steps share a coordinate with the point before: H and V spell them in half the characters.
    private static string Path(IReadOnlyList<SKPoint> points)
    {
        var path = new StringBuilder();
        var (x, y) = ("", "");
        for (var k = 0; k < points.Count; k++)
        {
            var (nextX, nextY) = (Place(points[k].X), Place(points[k].Y));
            if (k > 0 && nextX == x && nextY == y)
            {
                continue;
            }

            path.Append(k == 0 ? $"M{nextX} {nextY}" : nextY == y ? $"H{nextX}" : nextX == x ? $"V{nextY}" : $"L{nextX} {nextY}");
            (x, y) = (nextX, nextY);
        }

        return path.ToString();
    }

    // A tenth of a unit is a thousandth of an inch: more digits only make the file larger.
    private static string Place(float value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Filled(SKColor colour) => colour.Alpha == 0 ? " fill=\"none\"" : $" fill=\"{Hex(colour)}\"{Opacity("fill", colour)}";

    private static string Of(Stroke? stroke) => stroke is null ? "" :
        string.Create(CultureInfo.InvariantCulture, $" stroke=\"{Hex(stroke.Colour)}\" stroke-width=\"{stroke.Width}\"{Opacity("stroke", stroke.Colour)}")
            + (stroke.Dash is { Length: > 0 } dash ? $" stroke-dasharray=\"{string.Join(' ', dash.Select(d => d.ToString(CultureInfo.InvariantCulture)))}\"" : "");

    private static string Opacity(string what, SKColor colour) =>
        colour.Alpha == 255 ? "" : string.Create(CultureInfo.InvariantCulture, $" {what}-opacity=\"{colour.Alpha / 255.0:0.##}\"");

    private static string Hex(SKColor colour) => string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    private static string Anchor(SKTextAlign align) => align switch { SKTextAlign.Center => " text-anchor=\"middle\"", SKTextAlign.Right => " text-anchor=\"end\"", _ => "" };

    private static string Turned(TextMark text) =>
        text.Degrees == 0 ? "" : $" transform=\"rotate({Place(text.Degrees)} {Place(text.At.X)} {Place(text.At.Y)})\"";

    // Control characters are no text in XML.
    private static string Clean(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
