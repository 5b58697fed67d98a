using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Curves that share their axes.</summary>
/// <param name="Heading">What the panel is of; empty when the figure has one.</param>
/// <param name="Curves">The curves, lower ones first.</param>
internal sealed record CurvePanel(string Heading, IReadOnlyList<Curve> Curves);

/// <summary>Curves with bands in one panel or several: incidence, response to a factor, series, Lorenz curves, convergence.</summary>
internal sealed record CurvesFigure : IFigure
{
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
            CurveDrawing.Band(sheet, across, up, curve);
        }

        foreach (var curve in panel.Curves)
        {
            CurveDrawing.Line(sheet, across, up, curve);
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
}
