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
        Horizontal(sheet, scale.Axis(most, Area.Left, Area.Right), name);

    /// <summary>Labels and grid lines of a horizontal axis.</summary>
    public void Horizontal(Sheet sheet, AxisTicks axis, string name)
    {
        sheet.Axes(Area, axis, null);
        TextStyle.Draw(sheet, name, Area.MidX, Area.Bottom + 32, TextStyle.Label, SKTextAlign.Center);
    }

    /// <summary>Labels and grid lines of a vertical scale.</summary>
    public void Vertical(Sheet sheet, ValueScale scale, string name, int most = 6) =>
        Vertical(sheet, scale.Axis(most, Area.Bottom, Area.Top), name);

    /// <summary>Labels and grid lines of a vertical axis.</summary>
    public void Vertical(Sheet sheet, AxisTicks axis, string name)
    {
        sheet.Axes(Area, null, axis);
        TextStyle.DrawUpwards(sheet, name, Area.Left - 44, Area.MidY, TextStyle.Label);
    }

    /// <summary>The left and lower edges.</summary>
    public void Edges(Sheet sheet) => sheet.Frame(Area);

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
