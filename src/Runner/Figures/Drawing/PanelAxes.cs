using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>One panel of a figure: ticks along a horizontal axis, shares from 0 to 1 along the vertical one.</summary>
/// <param name="Area">The data area on the figure.</param>
/// <param name="HorizonTicks">Right end of the horizontal axis, in ticks.</param>
/// <param name="TickStep">Distance of its labels, in ticks.</param>
/// <param name="ShowShares">Whether the vertical axis has labels; only the first panel of a row needs them.</param>
/// <param name="ShowTicks">Whether the horizontal axis has labels.</param>
/// <param name="Headroom">Room below 0 and above 1, so that lines there are not cut; 0 for areas, which fill the panel.</param>
internal sealed record PanelAxes(SKRect Area, int HorizonTicks, int TickStep, bool ShowShares, bool ShowTicks = true, double Headroom = 0)
{
    private const float LeastDistance = 28;
    private static readonly double[] Quarters = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>The labelled ticks.</summary>
    public IEnumerable<int> TickPositions
    {
        get
        {
            for (var tick = 0; tick <= HorizonTicks; tick += TickStep)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Axes with as many labels as there is room for.</summary>
    public static PanelAxes Of(SKRect area, int horizonTicks, bool showShares, bool showTicks, double headroom)
    {
        var room = TextStyle.Width(Invariant($"{horizonTicks}"), TextStyle.Small) + 12;
        return new(area, horizonTicks, StepFor(horizonTicks, Math.Clamp((int)(area.Width / Math.Max(LeastDistance, room)), 2, 11)), showShares,
            showTicks, headroom);
    }

    /// <summary>Where a tick lies on the figure.</summary>
    public float X(double tick) => Area.Left + (float)(tick / HorizonTicks) * Area.Width;

    /// <summary>Where a share lies on the figure.</summary>
    public float Y(double share) => Area.Bottom - (float)((share + Headroom) / (1 + (2 * Headroom))) * Area.Height;

    /// <summary>A distance of labels that is easy to read and gives at most so many of them.</summary>
    public static int StepFor(int horizonTicks, int mostLabels)
    {
        // Weeks: quarters, half years and years first, then round numbers.
        int[] steps = [1, 2, 5, 10, 13, 26, 52, 104, 130, 260, 520, 1040];
        var step = steps.FirstOrDefault(s => horizonTicks / s < mostLabels);
        return step > 0 ? step : (int)Math.Pow(10, Math.Ceiling(Math.Log10(horizonTicks / (mostLabels - 1.0))));
    }

    /// <summary>Grid lines and labels, to be drawn below the data.</summary>
    public void DrawGrid(Sheet sheet)
    {
        double[] shares = Area.Height >= 80 ? Quarters : [0, 0.5, 1];
        sheet.Axes(
            Area,
            new(0, HorizonTicks, [.. TickPositions.Select(t => ((double)t, ShowTicks ? Invariant($"{t}") : ""))]),
            new(-Headroom, 1 + Headroom, [.. shares.Select(s => (s, ShowShares ? Invariant($"{s}") : ""))]));
    }

    /// <summary>The left and lower edges, to be drawn above the data.</summary>
    public void DrawEdges(Sheet sheet) => new ChartFrame(Area).Edges(sheet);
}
