using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

/// <summary>Where the words of a figure lie.</summary>
internal static class SheetReading
{
    // Letters of neighbouring lines may touch by their descenders; a share of a letter's width is no overlap that hinders reading.
    private const float Tolerance = 1;

    /// <summary>Pairs of texts that lie on one another.</summary>
    public static IEnumerable<string> Overlaps(IFigure figure)
    {
        var texts = Texts(figure).ToArray();
        return from i in Enumerable.Range(0, texts.Length)
               from j in Enumerable.Range(i + 1, texts.Length - i - 1)
               where SKRect.Inflate(texts[i].Box, -Tolerance, -Tolerance).IntersectsWith(SKRect.Inflate(texts[j].Box, -Tolerance, -Tolerance))
               select $"\"{texts[i].Text}\" lies on \"{texts[j].Text}\"";
    }

    /// <summary>Texts that leave the page.</summary>
    public static IEnumerable<string> Outside(IFigure figure)
    {
        var page = SKRect.Create(-Tolerance, -Tolerance, figure.Size.Width + (2 * Tolerance), figure.Size.Height + (2 * Tolerance));
        return Texts(figure).Where(t => !page.Contains(t.Box)).Select(t => $"\"{t.Text}\" leaves the page");
    }

    /// <summary>Width of the widest row of data areas: from the left end of the longest line across to its right end.</summary>
    public static float PlotWidth(IFigure figure)
    {
        var level = Sheet.Of(figure).Marks.OfType<LineMark>()
            .Where(l => l.Points.Count == 2 && l.Points[0].Y == l.Points[1].Y && l.Stroke.Colour == FigurePalette.Grid).ToArray();
        return level.GroupBy(l => l.Points[0].Y).Select(row => row.Sum(l => l.Points[1].X - l.Points[0].X)).DefaultIfEmpty(0).Max();
    }

    private static IEnumerable<(string Text, SKRect Box)> Texts(IFigure figure) => Sheet.Of(figure).Marks.OfType<TextMark>().Select(t => (t.Text, BoxOf(t)));

    // Small letters with ascenders: about three quarters of the size above the base line.
    private static SKRect BoxOf(TextMark text)
    {
        var (width, height) = (TextStyle.Width(text.Text, text.Size), text.Size * 0.75f);
        var start = text.Align switch { SKTextAlign.Center => -width / 2, SKTextAlign.Right => -width, _ => 0 };
        var box = new SKRect(start, -height, start + width, 0);
        return text.Degrees switch
        {
            90 => new(text.At.X - box.Bottom, text.At.Y + box.Left, text.At.X - box.Top, text.At.Y + box.Right),
            -90 => new(text.At.X + box.Top, text.At.Y - box.Right, text.At.X + box.Bottom, text.At.Y - box.Left),
            _ => new(text.At.X + box.Left, text.At.Y + box.Top, text.At.X + box.Right, text.At.Y + box.Bottom),
        };
    }
}
