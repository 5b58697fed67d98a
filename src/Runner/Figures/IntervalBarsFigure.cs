using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Horizontal bars with intervals: for each factor one bar a series, the largest on top.</summary>
internal sealed record IntervalBarsFigure : IFigure
{
    private const float Margin = 8;
    private const float BarHeight = 11;
    private const float RowGap = 9;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>Name of the value axis.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>Names of the series.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The rows from top to bottom; a series without a value for a row is null.</summary>
    public required IReadOnlyList<(string Label, IReadOnlyList<IndexEstimate?> Values)> Rows { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, Top + Rows.Sum(HeightOf) + ChartFrame.RoomBelow + Margin);

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("label", "series", "value", "lower95", "upper95");
            foreach (var (label, values) in Rows)
            {
                for (var s = 0; s < values.Count; s++)
                {
                    table.Add(label, Series[s], values[s]?.Value, values[s]?.Lower, values[s]?.Upper);
                }
            }

            return table;
        }
    }

    private LegendRow Legend =>
        LegendRow.OfAreas(Series.Count == 1 ? [] : [.. Series.Select((s, i) => (s, FigurePalette.Colour(i)))], PageWidth - (2 * Margin));

    private float Top => Margin + (Series.Count == 1 ? 0 : Legend.Height + 6);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        if (Series.Count > 1)
        {
            Legend.Draw(sheet, Margin, Margin);
        }

        var left = Margin + Math.Min(300, Rows.Max(r => TextStyle.Width(r.Label, TextStyle.Small))) + 10;
        var area = new SKRect(left, Top, PageWidth - Margin - 12, Top + Rows.Sum(HeightOf));
        var scale = ValueScale.Holding(Rows.SelectMany(r => r.Values).SelectMany(v => new[] { v?.Value, v?.Lower, v?.Upper }), withZero: true,
            area.Left, area.Right);
        var frame = new ChartFrame(area);
        frame.Horizontal(sheet, scale, ValueLabel);
        var y = area.Top;
        foreach (var row in Rows)
        {
            DrawRow(sheet, scale, row, y, left);
            y += HeightOf(row);
        }

        frame.Edges(sheet);
        ChartFrame.Line(sheet, scale.At(0), area.Top, scale.At(0), area.Bottom, FigurePalette.Frame, 0.8f);
    }

    private static void DrawRow(Sheet sheet, ValueScale scale, (string Label, IReadOnlyList<IndexEstimate?> Values) row, float top, float left)
    {
        TextStyle.Draw(sheet, row.Label, left - 6, top + (HeightOf(row) / 2) + 4, TextStyle.Small, SKTextAlign.Right);
        var y = top + (RowGap / 2);
        for (var s = 0; s < row.Values.Count; s++)
        {
            if (row.Values[s] is not { } value)
            {
                continue;
            }

            sheet.Box(new SKRect(scale.At(0), y + 1, scale.At(value.Value), y + BarHeight - 1), SKColor.Parse(FigurePalette.Colour(s)).WithAlpha(190));
            if (value is { Lower: { } lower, Upper: { } upper })
            {
                ChartFrame.Whisker(sheet, new(scale.At(lower), y + (BarHeight / 2)), new(scale.At(upper), y + (BarHeight / 2)));
            }

            y += BarHeight;
        }
    }

    private static float HeightOf((string Label, IReadOnlyList<IndexEstimate?> Values) row) =>
        RowGap + (BarHeight * Math.Max(1, row.Values.Count(v => v is not null)));
}
