using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>The axes of a panel: a plot with ticks, labels, grid and frame, which is drawn as a plottable of its page.</summary>
/// <param name="mark">The axes.</param>
internal sealed class PanelPlot(AxesMark mark) : IPlottable
{
    // Room for labels around the data area; what is drawn there is not clipped.
    private const float Around = 60;
    private const float TickLength = 3.5f;
    private const float DescenderRoom = 2.6f;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => new(mark.Area.Left, mark.Area.Right, mark.Area.Top, mark.Area.Bottom);

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        using var plot = NewPlot();
        var area = mark.Area;
        PagePlot.Render(plot, rp.Canvas, new PixelRect(area.Left - Around, area.Right + Around, area.Bottom + Around, area.Top - Around),
            new RenderGridsBelowPlottables(), new RenderPanels());
    }

    private Plot NewPlot()
    {
        var plot = new Plot();
        plot.Layout.Fixed(new PixelPadding(Around));
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.SetLimits(mark.Across?.Low ?? 0, mark.Across?.High ?? 1, mark.Up?.Low ?? 0, mark.Up?.High ?? 1);
        Style(plot.Axes.Bottom, mark.Across);
        Style(plot.Axes.Left, mark.Up);
        plot.Grid.MajorLineColor = Color.FromSKColor(FigurePalette.Grid);
        plot.Grid.MajorLineWidth = mark.Scale;
        plot.Grid.XAxisStyle.MajorLineStyle.AntiAlias = true;
        plot.Grid.YAxisStyle.MajorLineStyle.AntiAlias = true;
        return plot;
    }

    private void Style(IAxis axis, AxisTicks? ticks)
    {
        axis.TickGenerator = new NumericManual([.. (ticks?.Ticks ?? []).Select(t => Tick.Major(t.Value, t.Label))]);
        axis.FrameLineStyle.Width = mark.HasFrame ? 0.8f * mark.Scale : 0;
        axis.FrameLineStyle.Color = Color.FromSKColor(FigurePalette.Frame);
        axis.FrameLineStyle.AntiAlias = true;
        axis.MajorTickStyle.Length = axis.Edge == Edge.Bottom ? TickLength * mark.Scale : 0;
        axis.MajorTickStyle.Width = mark.Scale;
        axis.MajorTickStyle.Color = Color.FromSKColor(FigurePalette.Grid);
        axis.MajorTickStyle.AntiAlias = true;
        TextStyle.Apply(axis.TickLabelStyle, TextStyle.Small * mark.Scale, FigurePalette.Ink);

        // ScottPlot centres a line with its descenders; numbers have none.
        axis.TickLabelStyle.OffsetY = axis.Edge == Edge.Left ? DescenderRoom * mark.Scale : 0;
    }
}
