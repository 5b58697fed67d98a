using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Elementary effects: size μ* across, spread σ upwards, with the lines σ/μ* = .1, .5 and 1.</summary>
internal sealed record MorrisFigure : IFigure
{
    private const float Margin = 8;
    private const float PlotHeight = 320;
    private const float LeftRoom = 60;
    private static readonly double[] Slopes = [0.1, 0.5, 1];

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>The effects.</summary>
    public required MorrisResult Result { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, (2 * Margin) + PlotHeight + ChartFrame.RoomBelow);

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable(
                "factor", "meanAbsolute", "meanAbsoluteLower95", "meanAbsoluteUpper95", "deviation", "deviationLower95", "deviationUpper95", "mean");
            foreach (var f in Result.Factors)
            {
                table.Add(f.Factor, f.MeanAbsolute.Value, f.MeanAbsolute.Lower, f.MeanAbsolute.Upper, f.Deviation?.Value, f.Deviation?.Lower,
                    f.Deviation?.Upper, f.Mean.Value);
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var labels = Result.Factors.Max(f => TextStyle.Width(f.Factor, TextStyle.Small));
        var area = new SKRect(Margin + LeftRoom, Margin, PageWidth - Margin - Math.Min(130, labels + 14), Margin + PlotHeight);
        var across = ValueScale.Holding(Result.Factors.SelectMany(f => new[] { f.MeanAbsolute.Value, f.MeanAbsolute.Upper }), withZero: true,
            area.Left, area.Right);
        var up = ValueScale.Holding(Result.Factors.SelectMany(f => new[] { f.Deviation?.Value, f.Deviation?.Upper }), withZero: true, area.Bottom, area.Top);
        var frame = new ChartFrame(area);
        frame.Horizontal(sheet, across, "Mean size of elementary effects, μ*");
        frame.Vertical(sheet, up, "Standard deviation, σ");
        DrawSlopes(sheet, area, across, up);
        frame.Edges(sheet);
        var taken = new List<SKRect>();
        foreach (var (factor, place) in Result.Factors.Select((f, i) => (f, i)).OrderByDescending(x => x.f.MeanAbsolute.Value))
        {
            DrawFactor(sheet, across, up, factor, place, taken);
        }
    }

    private static void DrawSlopes(Sheet sheet, SKRect area, ValueScale across, ValueScale up)
    {
        foreach (var slope in Slopes)
        {
            var end = Math.Min(across.High, up.High / slope);
            var (x, y) = (across.At(end), up.At(slope * end));
            ChartFrame.Line(sheet, area.Left, area.Bottom, x, y, FigurePalette.Frame.WithAlpha(120), 0.7f);
            var label = Invariant($"σ/μ* = {slope}");
            TextStyle.Draw(sheet, label, x - 4, y + (end < across.High ? 12 : -4), TextStyle.Small, SKTextAlign.Right, FigurePalette.Frame);
        }
    }

    private static void DrawFactor(Sheet sheet, ValueScale across, ValueScale up, MorrisFactor factor, int place, List<SKRect> taken)
    {
        var at = new SKPoint(across.At(factor.MeanAbsolute.Value), up.At(factor.Deviation?.Value ?? 0));
        if (factor.MeanAbsolute is { Lower: { } low, Upper: { } high })
        {
            ChartFrame.Whisker(sheet, new(across.At(low), at.Y), new(across.At(high), at.Y));
        }

        if (factor.Deviation is { Lower: { } below, Upper: { } above })
        {
            ChartFrame.Whisker(sheet, new(at.X, up.At(below)), new(at.X, up.At(above)));
        }

        sheet.Circle(at, 4, SKColor.Parse(FigurePalette.Colour(place)));

        // A label that would lie on another one moves up.
        var width = TextStyle.Width(factor.Factor, TextStyle.Small);
        var box = SKRect.Create(at.X + 8, at.Y - 16, width, 12);
        while (taken.Any(t => t.IntersectsWith(box)) && box.Top > Margin)
        {
            box.Offset(0, -6);
        }

        taken.Add(box);
        TextStyle.Draw(sheet, factor.Factor, box.Left, box.Bottom - 2, TextStyle.Small);
    }
}
