using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Figures as SVG, with text that stays text, the font inside, and the same bytes every time.</summary>
internal static partial class FigureSvg
{
    /// <summary>A document of its own, with the font inside.</summary>
    public static string Standalone(IFigure figure) => Render(figure, $"<style>{FigureFont.FontFaceRule()}</style>");

    /// <summary>An element to be put into a page that brings the font.</summary>
    public static string Inline(IFigure figure)
    {
        var svg = Render(figure, "");
        return svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];
    }

    private static string Render(IFigure figure, string style)
    {
        var (svg, size) = FigureDrawing.Alone(() => (Drawn(figure), figure.Size));
        svg = WithStableIds(svg, figure.Name);
        svg = LongNumber().Replace(svg, "$1");
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"<svg role=\"img\" viewBox=\"0 0 {size.Width} {size.Height}\" aria-label=\"{WebUtility.HtmlEncode(figure.AltText)}\"");
        svg = FirstElement().Replace(svg, match => head + match.Groups[1].Value + style, 1);
        return svg.Replace("font-family=\"DejaVu Sans\"", "font-family=\"DejaVu Sans, Verdana, sans-serif\"", StringComparison.Ordinal);
    }

    private static string Drawn(IFigure figure)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(figure.Size.Width, figure.Size.Height), stream))
        {
            using var white = new SKPaint { Color = SKColors.White };
            canvas.DrawRect(SKRect.Create(figure.Size.Width, figure.Size.Height), white);
            figure.Draw(canvas);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Skia numbers clip paths through the life of the process: the same figure drawn twice would differ, and two figures on one
    // page would share names.
    private static string WithStableIds(string svg, string prefix)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return GeneratedId().Replace(svg, match =>
        {
            if (!names.TryGetValue(match.Value, out var name))
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{names.Count}");
                names.Add(match.Value, name);
            }

            return name;
        });
    }

    // A hundredth of a unit is a four-thousandth of an inch: more digits only make the file larger.
    [GeneratedRegex(@"(?<=[ ,""(ML-])(\d+\.\d\d)\d+")]
    private static partial Regex LongNumber();

    [GeneratedRegex("(?:cl|gr|img|filter)_[0-9a-f]+")]
    private static partial Regex GeneratedId();

    [GeneratedRegex("<svg([^>]*>)")]
    private static partial Regex FirstElement();
}
