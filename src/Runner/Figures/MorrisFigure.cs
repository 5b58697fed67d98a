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
    private const int MostNamed = 12;
    private const float LabelStep = 7;
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

    /// <summary>What the caption says of factors without a label; empty where all have one.</summary>
    public static string Unnamed(MorrisResult result) => result.Factors.Count > MostNamed
        ? Invariant($" The {MostNamed} factors of largest μ* are named; grey: the other {result.Factors.Count - MostNamed}, without whiskers.")
        : "";

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        (MorrisFactor Factor, int Place)[] ranked = [.. Result.Factors.Select((f, i) => (f, i)).OrderByDescending(x => x.f.MeanAbsolute.Value)];
        var named = ranked[..Math.Min(MostNamed, ranked.Length)];
        var labels = named.Max(f => TextStyle.Width(f.Factor.Factor, TextStyle.Small));
        var area = new SKRect(Margin + LeftRoom, Margin, PageWidth - Margin - Math.Min(130, labels + 14), Margin + PlotHeight);
        var across = ValueScale.Holding(
            named.SelectMany(f => new[] { f.Factor.MeanAbsolute.Value, f.Factor.MeanAbsolute.Upper }), withZero: true, area.Left, area.Right);
        var up = ValueScale.Holding(
            Result.Factors.Select(f => f.Deviation?.Value).Concat(named.Select(f => f.Factor.Deviation?.Upper)), withZero: true, area.Bottom, area.Top);
        var frame = new ChartFrame(area);
        frame.Horizontal(sheet, across, "Mean size of elementary effects, μ*");
        frame.Vertical(sheet, up, "Standard deviation, σ");
        var slopes = DrawSlopes(sheet, area, across, up);
        frame.Edges(sheet);
        foreach (var (factor, _) in ranked[named.Length..])
        {
            sheet.Circle(PlaceOf(factor, across, up), 3, FigurePalette.Frame.WithAlpha(90));
        }

        // Whiskers and points first, so that no whisker crosses a name that is drawn already.
        foreach (var (factor, place) in named)
        {
            DrawFactor(sheet, across, up, factor, place);
        }

        List<SKRect> taken = [.. slopes, .. named.Select(f => SKRect.Create(PlaceOf(f.Factor, across, up) - new SKPoint(4, 4), new(8, 8)))];
        foreach (var (factor, _) in named)
        {
            DrawName(sheet, PlaceOf(factor, across, up), factor.Factor, taken);
        }
    }

    private static SKPoint PlaceOf(MorrisFactor factor, ValueScale across, ValueScale up) =>
        new(across.At(factor.MeanAbsolute.Value), up.At(factor.Deviation?.Value ?? 0));

    // Returns where their labels lie.
    private static List<SKRect> DrawSlopes(Sheet sheet, SKRect area, ValueScale across, ValueScale up)
    {
        var labels = new List<SKRect>();
        foreach (var slope in Slopes)
        {
            var end = Math.Min(across.High, up.High / slope);
            var (x, y) = (across.At(end), up.At(slope * end));
            ChartFrame.Line(sheet, area.Left, area.Bottom, x, y, FigurePalette.Frame.WithAlpha(120), 0.7f);
            var label = Invariant($"σ/μ* = {slope}");
            var right = Math.Max(x - 4, area.Left + 4 + TextStyle.Width(label, TextStyle.Small));
            var line = Math.Max(y + (end < across.High ? 12 : -4), area.Top + 12 + (labels.Count(l => l.Top < area.Top + 12) * 12));
            labels.Add(new(right - TextStyle.Width(label, TextStyle.Small), line - 10, right, line + 2));
            TextStyle.Draw(sheet, label, right, line, TextStyle.Small, SKTextAlign.Right, FigurePalette.Frame);
        }

        return labels;
    }

    private static void DrawFactor(Sheet sheet, ValueScale across, ValueScale up, MorrisFactor factor, int place)
    {
        var at = PlaceOf(factor, across, up);
        if (factor.MeanAbsolute is { Lower: { } low, Upper: { } high })
        {
            ChartFrame.Whisker(sheet, new(across.At(low), at.Y), new(across.At(high), at.Y));
        }

        if (factor.Deviation is { Lower: { } below, Upper: { } above })
        {
            ChartFrame.Whisker(sheet, new(at.X, up.At(below)), new(at.X, up.At(above)));
        }

        sheet.Circle(at, 4, SKColor.Parse(FigurePalette.Colour(place)));
    }

    // A name goes to the nearest free place up or down, and a thin line leads to it from afar.
    private static void DrawName(Sheet sheet, SKPoint at, string name, List<SKRect> taken)
    {
        var beside = SKRect.Create(at.X + 8, at.Y - 16, TextStyle.Width(name, TextStyle.Small), 12);
        var shifts = Enumerable.Range(0, (int)(PlotHeight / LabelStep)).SelectMany(k => new[] { -k * LabelStep, k * LabelStep });
        var box = shifts.Select(shift => new SKRect(beside.Left, beside.Top + shift, beside.Right, beside.Bottom + shift))
            .FirstOrDefault(b => b.Top >= Margin && b.Bottom <= Margin + PlotHeight && !taken.Any(t => t.IntersectsWith(b)), beside);
        taken.Add(box);
        if (Math.Abs(box.Top - beside.Top) > 2 * LabelStep)
        {
            ChartFrame.Line(sheet, at.X, at.Y, box.Left - 1, box.MidY, FigurePalette.Frame.WithAlpha(120), 0.7f);
        }

        TextStyle.Draw(sheet, name, box.Left, box.Bottom - 2, TextStyle.Small);
    }
}
