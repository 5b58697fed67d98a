using System.Globalization;
using ScottPlot;
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
    private const float RoomForLabels = 40;

    private static readonly double[] Shares = [0, 0.25, 0.5, 0.75, 1];

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

    /// <summary>An empty plot with these axes.</summary>
    public Plot NewPlot()
    {
        FigureFont.Register();
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.White;
        plot.Layout.Fixed(new PixelPadding(RoomForLabels));
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Grid.MajorLineColor = Color.FromSKColor(FigurePalette.Grid);
        Style(plot.Axes.Bottom);
        Style(plot.Axes.Left);
        var ticks = TickPositions.ToArray();
        plot.Axes.Bottom.SetTicks([.. ticks.Select(t => (double)t)], [.. ticks.Select(t => ShowTicks ? t.ToString(CultureInfo.InvariantCulture) : "")]);
        plot.Axes.Left.SetTicks(Shares, [.. Shares.Select(s => ShowShares ? s.ToString(CultureInfo.InvariantCulture) : "")]);
        plot.Axes.SetLimits(0, HorizonTicks, -Headroom, 1 + Headroom);
        return plot;
    }

    /// <summary>Draws the plot in its place.</summary>
    public void Render(Plot plot, SKCanvas canvas)
    {
        var outer = SKRect.Inflate(Area, RoomForLabels, RoomForLabels);
        canvas.Save();
        plot.Render(canvas, new PixelRect(outer.Left, outer.Right, outer.Bottom, outer.Top));
        canvas.Restore();
    }

    private static void Style(IAxis axis)
    {
        axis.TickLabelStyle.FontName = FigureFont.Family;
        axis.TickLabelStyle.FontSize = TextStyle.Small;
        axis.TickLabelStyle.ForeColor = Color.FromSKColor(FigurePalette.Ink);
        axis.FrameLineStyle.Color = Color.FromSKColor(FigurePalette.Frame);
        axis.FrameLineStyle.Width = 0.8f;
        axis.MajorTickStyle.Color = Color.FromSKColor(FigurePalette.Frame);
        axis.MajorTickStyle.Width = 0.8f;
        axis.MajorTickStyle.Length = 3.5f;
        axis.MinorTickStyle.Length = 0;
    }
}
