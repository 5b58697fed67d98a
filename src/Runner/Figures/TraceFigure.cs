using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>How tolerance, acceptance and effective sample size went from population to population.</summary>
internal sealed record TraceFigure : IFigure
{
    /// <inheritdoc/>
    public string Name => "trace";

    /// <summary>The result.</summary>
    public required CalibrationResult Result { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => Grid.Size;

    /// <inheritdoc/>
    public string Caption => Result.RulesOut
        ? Invariant($"Share of the prior that is not ruled out before each of {Result.Populations.Count} waves.")
        : Invariant($"Tolerance, share of proposals that were accepted, and effective sample size of {Result.Populations.Count} populations, {Result.Simulations} simulations in all. A good calibration has a tolerance that has levelled out while the effective size is still large.");

    /// <inheritdoc/>
    public string AltText => "Lines from population to population. " + string.Join(" ", Series.Select(s =>
        Invariant($"{s.Label}: from {s.Values.FirstOrDefault(v => v is not null):G3} to {s.Values[^1]:G3}.")));

    /// <inheritdoc/>
    public CsvTable Data => CsvTable.Of(CalibrationTables.Trace(Result));

    // A wave has no tolerance that falls, and its positions all have the same weight.
    private IReadOnlyList<(string Label, double?[] Values)> Series => Result.RulesOut
        ? [("Share not ruled out", Values(p => p.Acceptance))]
        : [("Tolerance", Values(p => double.IsFinite(p.Epsilon) ? p.Epsilon : null)), ("Acceptance", Values(p => p.Acceptance)),
            ("Effective size", Values(p => p.EffectiveSize))];

    private PanelGrid Grid => new(PageWidth, Series.Count, 3, 180);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        foreach (var (panel, (label, values)) in Series.Index())
        {
            var area = Grid.Area(panel);
            var across = new ValueScale(-0.2, values.Length - 0.8, area.Left, area.Right);
            var up = ValueScale.Holding(values, withZero: true, area.Bottom, area.Top);
            var frame = new ChartFrame(area);
            var step = Math.Max(1, (int)Math.Ceiling(values.Length / 6.0));
            frame.Horizontal(sheet, across.Axis(Enumerable.Range(0, values.Length).Where(k => k % step == 0)), Result.RulesOut ? "Wave" : "Population");
            frame.Vertical(sheet, up, label, most: 4);
            DrawLine(sheet, across, up, values);
            frame.Edges(sheet);
        }
    }

    private static void DrawLine(Sheet sheet, ValueScale across, ValueScale up, double?[] values)
    {
        SKPoint[] points = [.. values.Select((v, k) => (v, k)).Where(x => x.v is not null).Select(x => new SKPoint(across.At(x.k), up.At(x.v!.Value)))];
        sheet.Line(points, FigurePalette.Line(0, 1.6f));
        foreach (var point in points)
        {
            sheet.Circle(point, 2.6f, SKColor.Parse(FigurePalette.Colour(0)));
        }
    }

    private double?[] Values(Func<Population, double?> value) => [.. Result.Populations.Select(value)];
}
