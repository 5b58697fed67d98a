using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>Names beside the right ends of curves, moved apart where the ends lie close together, shortened to a sixth of the page.</summary>
internal static class DirectLabels
{
    private const float Distance = 13;
    private const float Reach = 14;

    /// <summary>Room the names need to the right of the data area.</summary>
    /// <param name="names">The names.</param>
    /// <param name="pageWidth">Width of the page.</param>
    public static float Width(IEnumerable<string> names, float pageWidth) =>
        MathF.Min(names.Select(n => TextStyle.Width(n, TextStyle.Small)).DefaultIfEmpty(0).Max(), pageWidth / 6) + Reach + 6;

    /// <summary>Draws the names.</summary>
    public static void Draw(Sheet sheet, PanelAxes axes, IReadOnlyList<SurvivalCurve> curves, float pageWidth)
    {
        var ends = curves.Select(c => axes.Y(c.At(axes.HorizonTicks))).ToArray();
        var places = Spread(ends, axes.Area.Top, axes.Area.Bottom);
        for (var i = 0; i < curves.Count; i++)
        {
            sheet.Line(axes.Area.Right + 2, ends[i], axes.Area.Right + Reach, places[i], new Stroke(curves[i].Look.Colour, 0.9f));
            TextStyle.Draw(sheet, TextStyle.Fitting(curves[i].Group, pageWidth / 6), axes.Area.Right + Reach + 3, places[i] + 3.8f, TextStyle.Small);
        }
    }

    /// <summary>Whether so many names have room beside a data area.</summary>
    public static bool Fit(int names, float height) => names * Distance <= height + Distance;

    /// <summary>Moves heights apart to a least distance, keeping their order and staying between top and bottom if there is room.</summary>
    internal static float[] Spread(IReadOnlyList<float> heights, float top, float bottom)
    {
        var order = Enumerable.Range(0, heights.Count).OrderBy(i => heights[i]).ToArray();
        var places = heights.ToArray();
        var floor = top;
        foreach (var i in order)
        {
            places[i] = MathF.Max(places[i], floor);
            floor = places[i] + Distance;
        }

        var ceiling = bottom;
        foreach (var i in order.Reverse())
        {
            places[i] = MathF.Min(places[i], ceiling);
            ceiling = places[i] - Distance;
        }

        return places;
    }
}
