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

    /// <summary>The marks of a sheet as elements.</summary>
    public static string ElementsOf(Sheet sheet, SKSize size)
    {
        var unknown = new UnknownLetters();
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(size.Width, size.Height), stream))
        {
            PagePlot.Draw(unknown.Replaced(sheet), size, canvas);
        }

        return unknown.PutBack(SvgTidy.ElementsOf(Encoding.UTF8.GetString(stream.ToArray())));
    }

    private static string Extent(SKSize size) => Invariant($" width=\"{size.Width}\" height=\"{size.Height}\"");

    private static string Render(IFigure figure, string style, string attributes)
    {
        var size = figure.Size;
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg{attributes} role=\"img\" viewBox=\"0 0 {size.Width} {size.Height}\" font-family=\"DejaVu Sans, Verdana, sans-serif\" "));
        svg.Append(Invariant($"aria-label=\"{WebUtility.HtmlEncode(figure.AltText)}\">{style}"));
        return svg.Append(figure is DrawnFigure drawn ? drawn.Elements : ElementsOf(Sheet.Of(figure), size)).Append("</svg>\n").ToString();
    }
}
