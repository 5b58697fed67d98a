using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>A point of a curve.</summary>
/// <param name="X">Place along the horizontal axis; of a category its number.</param>
/// <param name="Y">Value.</param>
/// <param name="Low">Lower end of its band; null: none.</param>
/// <param name="High">Upper end of its band; null: none.</param>
/// <param name="Count">Number of runs behind it.</param>
internal readonly record struct CurvePoint(double X, double Y, double? Low = null, double? High = null, int Count = int.MaxValue);

/// <summary>A curve.</summary>
/// <param name="Group">What it is of.</param>
/// <param name="Stroke">Its line; null: points only, as categories are not joined.</param>
/// <param name="Points">Its points, in order.</param>
internal sealed record Curve(string Group, Stroke? Stroke, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>Marker of its points; null: none.</summary>
    public ArmLook? Marked { get; init; }

    /// <summary>Whether values hold until the next point.</summary>
    public bool IsStepped { get; init; }

    /// <summary>Colour of its band; null: whiskers at the points.</summary>
    public SKColor? Band { get; init; }
}

/// <summary>Curves that share their axes.</summary>
/// <param name="Heading">What the panel is of; empty when the figure has one.</param>
/// <param name="Curves">The curves, lower ones first.</param>
internal sealed record CurvePanel(string Heading, IReadOnlyList<Curve> Curves);

/// <summary>Curves with bands in one panel or several: incidence, response to a factor, series, Lorenz curves, convergence.</summary>
internal sealed record CurvesFigure : IFigure
{
    // Of fewer runs a value says little: drawn thin, as in survival curves.
    private const int FewRuns = SurvivalLines.FewAtRisk;
    private const float AxisRoom = 20;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<CurvePanel> Panels { get; init; }

    /// <summary>What lines and points stand for.</summary>
    public required IReadOnlyList<(string Name, Action<Sheet, SKRect> Sample)> Legend { get; init; }

    /// <summary>Name of the horizontal axis, with its unit.</summary>
    public required string Across { get; init; }

    /// <summary>Name of the vertical axis, with its unit.</summary>
    public required string Up { get; init; }

    /// <summary>Ends of the vertical axis; null: as the values need.</summary>
    public (double Low, double High)? UpEnds { get; init; }

    /// <summary>Labels along the horizontal axis where it has no numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <inheritdoc/>
    public SKSize Size => Layout.Size;

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("panel", "group", "x", "y", "lower", "upper", "runs");
            foreach (var (panel, curve, point) in from p in Panels from c in p.Curves from x in c.Points select (p, c, x))
            {
                object? x = Categories is { } names ? names[(int)Math.Round(point.X)] : point.X;
                table.Add(panel.Heading, curve.Group, x, point.Y, point.Low, point.High, point.Count == int.MaxValue ? null : point.Count);
            }

            return table;
        }
    }

    private int Columns => Math.Min(Panels.Count, PageWidth < 500 ? 2 : Panels.Count is 2 or 4 ? 2 : Panels.Count > 9 ? 4 : 3);

    private int Rows => Math.Max(1, (Panels.Count + Columns - 1) / Math.Max(1, Columns));

    private LegendRow Names => new([.. Legend.Select(l => (TextStyle.Fitting(l.Name, PageWidth / 3), l.Sample))], PageWidth - (2 * PanelLayout.Margin));

    private PanelLayout Layout => new PanelLayout
    {
        PageWidth = PageWidth,
        Columns = Math.Max(1, Columns),
        Rows = Rows,
        PanelHeight = 0,
        Left = 62,
        Right = 14,
        Gap = 26,
        Above = Legend.Count == 0 ? 4 : Names.Height + 8,
        Head = Panels.Count > 1 ? 18 : 0,
        Foot = AxisRoom + 4 + (TextStyle.Wrapped(Across, PageWidth - 90, 2, TextStyle.Label).Count * 15),
    }.Fitting(Columns == 1 ? 260 : 140, least: 44);

    private IEnumerable<CurvePoint> Points => Panels.SelectMany(p => p.Curves).SelectMany(c => c.Points);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var layout = Layout;
        Names.Draw(sheet, PanelLayout.Margin, PanelLayout.Margin);
        for (var k = 0; k < Panels.Count; k++)
        {
            DrawPanel(sheet, layout, k);
        }

        var (region, bottom) = (layout.Region, layout.Size.Height - PanelLayout.Margin);
        var across = TextStyle.Wrapped(Across, PageWidth - 90, 2, TextStyle.Label);
        for (var line = 0; line < across.Count; line++)
        {
            TextStyle.Draw(sheet, across[line], region.MidX, bottom - 3 - ((across.Count - 1 - line) * 15), TextStyle.Label, SKTextAlign.Center);
        }

        var up = TextStyle.Wrapped(Up, region.Height, 2, TextStyle.Label);
        TextStyle.DrawLinesUpwards(sheet, up, region.Left - 46, region.MidY, up.Count > 1 ? TextStyle.Small : TextStyle.Label);
    }

    private void DrawPanel(Sheet sheet, PanelLayout layout, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var (panel, area) = (Panels[index], layout.Area(row, column));
        var up = UpEnds is { } ends
            ? new ValueScale(ends.Low, ends.High, area.Bottom, area.Top)
            : ValueScale.Holding(Points.SelectMany(p => new[] { p.Y, p.Low, p.High }), withZero: false, area.Bottom, area.Top);
        var across = AcrossOf(area);
        if (Panels.Count > 1)
        {
            TextStyle.Draw(sheet, TextStyle.Fitting(panel.Heading, area.Width + layout.Gap - 4), area.Left, area.Top - 6, TextStyle.Small);
        }

        DrawGrid(sheet, area, across, up, withShares: column == 0, withTicks: index + Columns >= Panels.Count);
        foreach (var curve in panel.Curves)
        {
            DrawBand(sheet, across, up, curve);
        }

        foreach (var curve in panel.Curves)
        {
            DrawCurve(sheet, across, up, curve);
        }

        new ChartFrame(area).Edges(sheet);
    }

    private ValueScale AcrossOf(SKRect area)
    {
        if (Categories is { Count: var count })
        {
            return new(-0.5, count - 0.5, area.Left, area.Right);
        }

        double[] places = [.. Points.Select(p => p.X)];
        var (low, high) = places.Length == 0 ? (0, 1) : (places.Min(), places.Max());
        var room = Panels.Any(p => p.Curves.Any(c => c.Marked is not null)) ? 0.03 * (high - low) : 0;
        return high > low ? new(low - room, high + room, area.Left, area.Right) : new(low - 0.5, low + 0.5, area.Left, area.Right);
    }

    private void DrawGrid(Sheet sheet, SKRect area, ValueScale across, ValueScale up, bool withShares, bool withTicks)
    {
        string Label(string label, bool isShown) => isShown ? label : "";
        var room = area.Width / Math.Max(1, Categories?.Count ?? 1);
        var ticks = Categories is { } names
            ? names.Select((name, k) => ((double)k, TextStyle.Fitting(name, room - 4)))
            : across.Ticks(Math.Clamp((int)(area.Width / 36), 3, 8));
        sheet.Axes(
            area,
            new(across.Low, across.High, [.. ticks.Select(t => (t.Item1, Label(t.Item2, withTicks)))]),
            new(up.Low, up.High, [.. up.Ticks(area.Height < 80 ? 3 : 5).Select(t => (t.Value, Label(t.Label, withShares)))]));
    }

    private static void DrawBand(Sheet sheet, ValueScale across, ValueScale up, Curve curve)
    {
        var points = curve.Points.Where(p => p is { Low: not null, High: not null }).ToArray();
        if (curve.Band is { } colour)
        {
            var above = Path(points.Select(p => (p.X, p.High!.Value)), across, up, curve.IsStepped);
            var below = Path(points.Select(p => (p.X, p.Low!.Value)), across, up, curve.IsStepped);
            below.Reverse();
            sheet.Area([.. above, .. below], colour);
            return;
        }

        foreach (var point in points)
        {
            ChartFrame.Line(sheet, across.At(point.X), up.At(point.Low!.Value), across.At(point.X), up.At(point.High!.Value), curve.Marked?.Colour
                ?? FigurePalette.Ink, 1.2f);
        }
    }

    private static void DrawCurve(Sheet sheet, ValueScale across, ValueScale up, Curve curve)
    {
        if (curve.Stroke is { } stroke)
        {
            // What comes after the last point of many runs is thin; counts that grow start thin.
            var certain = Path(curve.Points.Where(p => p.Count >= FewRuns).Select(p => (p.X, p.Y)), across, up, curve.IsStepped);
            sheet.Line(certain, stroke);
            var last = Enumerable.Range(0, curve.Points.Count).LastOrDefault(k => curve.Points[k].Count >= FewRuns, -1);
            sheet.Line(Path(curve.Points.Skip(Math.Max(0, last)).Select(p => (p.X, p.Y)), across, up, curve.IsStepped),
                new Stroke(stroke.Colour.WithAlpha(150), Math.Min(1, stroke.Width), [3, 3]));
        }

        foreach (var point in curve.Marked is { } ? curve.Points : [])
        {
            Marker.Draw(sheet, curve.Marked!, new(across.At(point.X), up.At(point.Y)));
        }
    }

    // At most two points a dot: more are not seen and make the file large.
    private static List<SKPoint> Path(IEnumerable<(double X, double Y)> values, ValueScale across, ValueScale up, bool isStepped)
    {
        const float least = 0.4f;
        var path = new List<SKPoint>();
        SKPoint? skipped = null;
        foreach (var (x, y) in values.Where(v => double.IsFinite(v.Y)))
        {
            var at = new SKPoint(across.At(x), up.At(y));
            if (path.Count > 0 && at.X - path[^1].X < least && Math.Abs(at.Y - path[^1].Y) < least)
            {
                skipped = at;
                continue;
            }

            if (isStepped && path.Count > 0)
            {
                path.Add(new(at.X, path[^1].Y));
            }

            path.Add(at);
            skipped = null;
        }

        return skipped is { } end ? [.. path, end] : path;
    }
}
