using System.Text;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Report;

/// <summary>
/// A figure in a report: it follows the page's colours, scrolls inside where the screen is narrow, can be made large without a script, and brings
/// its numbers and its drawing along as files.
/// </summary>
internal static class ReportFigure
{
    // Of all figures: larger files stand beside the report, so that the page stays small enough to be sent.
    private const int MostBytes = 700_000;

    /// <summary>The element.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="count">Number of figures in the report.</param>
    public static string Element(IFigure figure, int number, int count)
    {
        var most = MostBytes / count;
        var svg = FigureSvg.Inline(figure);
        var zoom = Invariant($"zoom-{number}");
        var data = Link(figure, "csv", "text/csv", figure.Data.ToString(), most);
        var drawing = Link(figure, "svg", "image/svg+xml", svg.Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", StringComparison.Ordinal), most);
        return Invariant($"""
            <figure id="figure-{number}"><input type="checkbox" class="zoom" id="{zoom}"><label for="{zoom}">Enlarge figure {number}</label>
            <div class="plot" tabindex="0" role="region" aria-label="Figure {number}, scrolls sideways">{svg}</div>
            <figcaption><strong>Figure {number}.</strong> {HtmlText.Escaped(figure.Caption)} <span class="downloads">Files: {data},
            {drawing}, figures/{HtmlText.Escaped(figure.Name)}.png</span></figcaption></figure>
            """);
    }

    private static string Link(IFigure figure, string extension, string type, string text, int most)
    {
        var file = HtmlText.Escaped($"{figure.Name}.{extension}");
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length > most ? $"figures/{file}" : $"<a download=\"{file}\" href=\"data:{type};base64,{Convert.ToBase64String(bytes)}\">{file}</a>";
    }
}
