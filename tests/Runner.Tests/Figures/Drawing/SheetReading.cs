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

    /// <summary>Width of the widest row of data areas.</summary>
    public static float PlotWidth(IFigure figure)
    {
        var panels = Sheet.Of(figure).Marks.OfType<AxesMark>().Select(a => a.Area).Distinct();
        return panels.GroupBy(p => p.Top).Select(row => row.Sum(p => p.Width)).DefaultIfEmpty(0).Max();
    }

    private static IEnumerable<(string Text, SKRect Box)> Texts(IFigure figure) =>
        Sheet.Of(figure).Marks.SelectMany(TextsOf).Select(t => (t.Text, BoxOf(t)));

    private static IEnumerable<TextMark> TextsOf(Mark mark) => mark switch
    {
        TextMark text => [text],
        AxesMark axes =>
        [
            .. from tick in axes.Across?.Ticks ?? []
               let x = axes.Area.Left + (float)((tick.Value - axes.Across!.Low) / (axes.Across.High - axes.Across.Low) * axes.Area.Width)
               select new TextMark(tick.Label, new(x, axes.Area.Bottom + 13.4f), TextStyle.Small, SKTextAlign.Center, FigurePalette.Ink, 0),
            .. from tick in axes.Up?.Ticks ?? []
               let y = axes.Area.Bottom - (float)((tick.Value - axes.Up!.Low) / (axes.Up.High - axes.Up.Low) * axes.Area.Height)
               select new TextMark(tick.Label, new(axes.Area.Left - 5, y + 4), TextStyle.Small, SKTextAlign.Right, FigurePalette.Ink, 0),
        ],
        _ => [],
    };

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
