using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Response curves, a panel a factor: thin lines for each combination of the others, a thick one with bands for their mean.</summary>
internal sealed record ResponseFigure : IFigure
{
    private const float Margin = 8;
    private const float PlotHeight = 150;
    private const float LeftRoom = 60;
    private const float PanelGap = 56;
    private const float RowHeight = PlotHeight + ChartFrame.RoomBelow + 16;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>The output.</summary>
    public required string Output { get; init; }

    /// <summary>The curves of the output.</summary>
    public required IReadOnlyList<ResponseCurve> Curves { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, (2 * Margin) + (((Factors.Count + 1) / 2) * RowHeight));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("factor", "condition", "level", "runs", "mean", "lower95", "upper95", "tenth", "ninetieth");
            foreach (var (curve, p) in Curves.SelectMany(c => c.Points.Select(p => (c, p))))
            {
                table.Add(curve.Factor, curve.Condition, p.Level, p.Runs, p.Mean?.Value, p.Mean?.Lower, p.Mean?.Upper, p.Tenth, p.Ninetieth);
            }

            return table;
        }
    }

    private List<IGrouping<string, ResponseCurve>> Factors => [.. Curves.GroupBy(c => c.Factor)];

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var width = (PageWidth - (2 * Margin) - LeftRoom - PanelGap - 8) / 2;
        var bounds = Curves.SelectMany(c => c.Points).SelectMany(p => new[] { p.Mean?.Value, p.Tenth, p.Ninetieth }).ToList();
        foreach (var (factor, i) in Factors.Select((f, i) => (f, i)))
        {
            var area = SKRect.Create(Margin + LeftRoom + (i % 2 * (width + PanelGap)), Margin + 8 + (i / 2 * RowHeight), width, PlotHeight);
            var up = ValueScale.Holding(bounds, withZero: false, area.Bottom, area.Top);
            DrawPanel(sheet, area, up, [.. factor], i % 2 == 0);
        }
    }

    private void DrawPanel(Sheet sheet, SKRect area, ValueScale up, IReadOnlyList<ResponseCurve> curves, bool isFirst)
    {
        var frame = new ChartFrame(area);
        frame.Vertical(sheet, up, isFirst ? Output : "", 5);
        var main = curves[0];
        var place = Across(sheet, frame, main);
        if (main.Points.Any(p => p.Value is null))
        {
            DrawCategories(sheet, up, curves, place);
            frame.Edges(sheet);
            return;
        }

        foreach (var curve in curves.Skip(1))
        {
            Path(sheet, curve.Points, p => p.Mean?.Value, place, up, FigurePalette.Frame.WithAlpha(110), 0.7f);
        }

        var colour = SKColor.Parse(FigurePalette.Colour(0));
        Band(sheet, main.Points, p => (p.Tenth, p.Ninetieth), place, up, colour.WithAlpha(35));
        Band(sheet, main.Points, p => (p.Mean?.Lower, p.Mean?.Upper), place, up, colour.WithAlpha(90));
        Path(sheet, main.Points, p => p.Mean?.Value, place, up, colour, 1.8f);
        foreach (var point in main.Points.Where(p => p.Mean is not null))
        {
            sheet.Circle(new(place(point), up.At(point.Mean!.Value)), 2.4f, colour);
        }

        frame.Edges(sheet);
    }

    // Categories have no order: their points are not joined.
    private static void DrawCategories(Sheet sheet, ValueScale up, IReadOnlyList<ResponseCurve> curves, Func<ResponsePoint, float> place)
    {
        foreach (var point in curves.Skip(1).SelectMany(c => c.Points).Where(p => p.Mean is not null))
        {
            sheet.Circle(new(place(point) + 7, up.At(point.Mean!.Value)), 1.4f, FigurePalette.Frame.WithAlpha(110));
        }

        var colour = SKColor.Parse(FigurePalette.Colour(0));
        foreach (var point in curves[0].Points.Where(p => p.Mean is not null))
        {
            if (point is { Tenth: { } tenth, Ninetieth: { } ninetieth })
            {
                sheet.Line(place(point), up.At(tenth), place(point), up.At(ninetieth), new Stroke(colour.WithAlpha(70), 5));
            }

            if (point.Mean is { Lower: { } lower, Upper: { } upper })
            {
                sheet.Line(place(point), up.At(lower), place(point), up.At(upper), new Stroke(colour, 1.6f));
            }

            sheet.Circle(new(place(point), up.At(point.Mean!.Value)), 3, colour);
        }
    }

    // Labels without order stand at equal distances; names of many are given by the table.
    private static Func<ResponsePoint, float> Across(Sheet sheet, ChartFrame frame, ResponseCurve curve)
    {
        var area = frame.Area;
        if (curve.Points.All(p => p.Value is not null))
        {
            var scale = ValueScale.Holding(curve.Points.Select(p => p.Value), withZero: false, area.Left, area.Right);
            frame.Horizontal(sheet, scale, curve.Factor, 5);
            return p => scale.At(p.Value ?? scale.Low);
        }

        var places = curve.Points.Select((p, i) => (p.Level, X: area.Left + ((i + 0.5f) * area.Width / curve.Points.Count)))
            .ToDictionary(x => x.Level, x => x.X, StringComparer.Ordinal);
        var room = area.Width / curve.Points.Count;
        string Label(string level) => TextStyle.Width(level, TextStyle.Small) < room ? level : "";
        frame.Horizontal(sheet, new(-0.5, curve.Points.Count - 0.5, [.. curve.Points.Select((p, i) => ((double)i, Label(p.Level)))]), curve.Factor);
        return p => places.GetValueOrDefault(p.Level, area.Left);
    }

    private static void Path(Sheet sheet, IEnumerable<ResponsePoint> points, Func<ResponsePoint, double?> value, Func<ResponsePoint, float> place,
        ValueScale up, SKColor colour, float width)
    {
        var known = points.Where(p => value(p) is not null).ToList();
        for (var i = 1; i < known.Count; i++)
        {
            ChartFrame.Line(sheet, place(known[i - 1]), up.At(value(known[i - 1])!.Value), place(known[i]), up.At(value(known[i])!.Value), colour, width);
        }
    }

    private static void Band(Sheet sheet, IEnumerable<ResponsePoint> points, Func<ResponsePoint, (double? Low, double? High)> ends,
        Func<ResponsePoint, float> place, ValueScale up, SKColor colour)
    {
        var known = points.Where(p => ends(p) is { Low: not null, High: not null }).ToList();
        if (known.Count < 2)
        {
            return;
        }

        sheet.Area([.. known.Select(p => new SKPoint(place(p), up.At(ends(p).High!.Value))), .. known.AsEnumerable().Reverse()
            .Select(p => new SKPoint(place(p), up.At(ends(p).Low!.Value)))], colour);
    }
}
