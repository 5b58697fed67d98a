using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>The frame of a chart: grid, tick labels and names of its axes. Values are drawn on it by whoever has them.</summary>
/// <param name="Area">The data area.</param>
internal sealed record ChartFrame(SKRect Area)
{
    /// <summary>Height that labels and the name of the horizontal axis need below the area.</summary>
    public const float RoomBelow = 40;

    /// <summary>Labels and grid lines of a horizontal scale.</summary>
    public void Horizontal(Sheet sheet, ValueScale scale, string name, int most = 6) =>
        Horizontal(sheet, scale.Ticks(most).Select(t => (scale.At(t.Value), t.Label)), name);

    /// <summary>Labels and grid lines of a horizontal scale, by their places.</summary>
    public void Horizontal(Sheet sheet, IEnumerable<(float Place, string Label)> ticks, string name)
    {
        foreach (var (place, label) in ticks)
        {
            Line(sheet, place, Area.Top, place, Area.Bottom, FigurePalette.Grid, 1);
            TextStyle.Draw(sheet, label, place, Area.Bottom + 14, TextStyle.Small, SKTextAlign.Center);
        }

        TextStyle.Draw(sheet, name, Area.MidX, Area.Bottom + 32, TextStyle.Label, SKTextAlign.Center);
    }

    /// <summary>Labels and grid lines of a vertical scale.</summary>
    public void Vertical(Sheet sheet, ValueScale scale, string name, int most = 6) =>
        Vertical(sheet, scale.Ticks(most).Select(t => (scale.At(t.Value), t.Label)), name);

    /// <summary>Labels and grid lines of a vertical scale, by their places.</summary>
    public void Vertical(Sheet sheet, IEnumerable<(float Place, string Label)> ticks, string name)
    {
        foreach (var (place, label) in ticks)
        {
            Line(sheet, Area.Left, place, Area.Right, place, FigurePalette.Grid, 1);
            TextStyle.Draw(sheet, label, Area.Left - 5, place + 4, TextStyle.Small, SKTextAlign.Right);
        }

        TextStyle.DrawUpwards(sheet, name, Area.Left - 44, Area.MidY, TextStyle.Label);
    }

    /// <summary>The left and lower edges.</summary>
    public void Edges(Sheet sheet)
    {
        Line(sheet, Area.Left, Area.Top, Area.Left, Area.Bottom, FigurePalette.Frame, 0.8f);
        Line(sheet, Area.Left, Area.Bottom, Area.Right, Area.Bottom, FigurePalette.Frame, 0.8f);
    }

    /// <summary>A bar.</summary>
    public static void Bar(Sheet sheet, SKRect bar, SKColor colour)
    {
        sheet.Box(bar, colour);
    }

    /// <summary>A straight line.</summary>
    public static void Line(Sheet sheet, float x1, float y1, float x2, float y2, SKColor colour, float width)
    {
        sheet.Line(x1, y1, x2, y2, new Stroke(colour, width));
    }

    /// <summary>An interval with its ends, across for a horizontal one.</summary>
    public static void Whisker(Sheet sheet, SKPoint low, SKPoint high)
    {
        const float cap = 2.5f;
        var isHorizontal = low.Y == high.Y;
        Line(sheet, low.X, low.Y, high.X, high.Y, FigurePalette.Ink, 1);
        foreach (var end in new[] { low, high })
        {
            Line(sheet, end.X - (isHorizontal ? 0 : cap), end.Y - (isHorizontal ? cap : 0), end.X + (isHorizontal ? 0 : cap), end.Y
                + (isHorizontal ? cap : 0), FigurePalette.Ink, 1);
        }
    }
}
