using LeadershipSim.Analysis.Inference;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Stacked areas over ticks: which share of programs is led by its founders, has outlived them, has ended; one panel a group.</summary>
internal sealed record StateOccupationFigure : IFigure
{
    private const float AxisRoom = 40;
    private const byte BandOpacity = 55;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<OccupationPanel> Panels { get; init; }

    /// <summary>Heads of a grid of arms by conditions; null: a row of arms that wraps.</summary>
    public StripHeads? Heads { get; init; }

    /// <summary>Names of the states, from the bottom of the stack to its top.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Right end of the horizontal axis, in ticks.</summary>
    public required int HorizonTicks { get; init; }

    /// <inheritdoc/>
    public SKSize Size => Layout.Size;

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("panel", "group", "runs", "tick", "state", "share", "standardError");
            foreach (var panel in Panels)
            {
                for (var tick = 0; tick < panel.Shares.Count; tick++)
                {
                    for (var state = 0; state < States.Count; state++)
                    {
                        table.Add(panel.Column, panel.Row, panel.Runs, tick, States[state], panel.Shares[tick][state], panel.Errors.Count == 0 ? null
                            : panel.Errors[tick][state]);
                    }
                }
            }

            return table;
        }
    }

    private int Columns => Heads?.Across.Count ?? Math.Min(Panels.Count, PageWidth < 500 ? 2 : Panels.Count is 2 or 4 ? 2 : Panels.Count > 9 ? 4 : 3);

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private LegendRow Legend => LegendRow.OfAreas([.. States.Select((s, i) => (s, FigurePalette.States[i]))], PageWidth - (2 * PanelLayout.Margin));

    private PanelLayout Layout => new PanelLayout
    {
        PageWidth = PageWidth,
        Columns = Columns,
        Rows = Rows,
        PanelHeight = 0,
        Gap = 26,
        Right = Heads is null ? 10 : 6 + Heads.Width(400),
        Above = Legend.Height + 4 + (Heads is null ? 0 : Heads.Height(PageWidth - 120)),
        Head = Heads is null && Panels.Count > 1 ? 18 : 0,
        Foot = AxisRoom,
    }.Fitting(Columns == 1 ? 240 : Heads is null ? 150 : 110, least: 40);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var layout = Layout;
        Legend.Draw(sheet, PanelLayout.Margin, PanelLayout.Margin);
        Heads?.Draw(sheet, layout);
        for (var i = 0; i < Panels.Count; i++)
        {
            DrawPanel(sheet, layout, i);
        }

        TextStyle.Draw(sheet, "Ticks since founding (weeks)", layout.Region.MidX, layout.Size.Height - PanelLayout.Margin - 2, TextStyle.Label, SKTextAlign.Center);
        TextStyle.DrawUpwards(sheet, "Share of programs", layout.Region.Left - 38, layout.Region.MidY, TextStyle.Label);
    }

    private void DrawPanel(Sheet sheet, PanelLayout layout, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var (panel, area) = (Panels[index], layout.Area(row, column));
        var axes = PanelAxes.Of(area, HorizonTicks, showShares: column == 0, showTicks: index + Columns >= Panels.Count, headroom: 0);
        if (Heads is null && Panels.Count > 1)
        {
            TextStyle.Draw(sheet, TextStyle.Fitting(panel.Row, area.Width + layout.Gap - 4), area.Left, area.Top - 5, TextStyle.Small);
        }

        axes.DrawGrid(sheet);
        DrawAreas(sheet, axes, panel);
        axes.DrawEdges(sheet);
    }

    private void DrawAreas(Sheet sheet, PanelAxes axes, OccupationPanel panel)
    {
        var below = new double[panel.Shares.Count];
        var boundaries = new List<double[]>();
        for (var state = 0; state < States.Count; state++)
        {
            var above = below.Select((b, tick) => b + panel.Shares[tick][state]).ToArray();
            sheet.Area([.. Corners(axes, below), .. Corners(axes, above).Reverse()], SKColor.Parse(FigurePalette.States[state]));
            boundaries.Add(above);
            below = above;
        }

        if (panel.Errors.Count > 0)
        {
            DrawBand(sheet, axes, boundaries[0], tick => panel.Errors[tick][0]);
        }

        // The share alive is 1 less the share failed where nothing else ends a program.
        if (panel.Errors.Count > 0 && States.Count == 3)
        {
            DrawBand(sheet, axes, boundaries[1], tick => panel.Errors[tick][2]);
        }
    }

    private static void DrawBand(Sheet sheet, PanelAxes axes, double[] boundary, Func<int, double> error)
    {
        double[] High(int sign) => [.. boundary.Select((b, tick) => Math.Clamp(b + (sign * NormalQuantile.Quantile975 * error(tick)), 0, 1))];
        sheet.Area([.. Corners(axes, High(-1)), .. Corners(axes, High(1)).Reverse()], FigurePalette.Ink.WithAlpha(BandOpacity));
    }

    // Where the share stays the same, the points between the ends of the stretch draw nothing; there are at most two points a dot.
    private static IEnumerable<SKPoint> Corners(PanelAxes axes, double[] shares)
    {
        var stride = Math.Max(1, (int)(shares.Length / (2 * axes.Area.Width)));
        for (var tick = 0; tick < shares.Length; tick++)
        {
            var isEnd = tick == 0 || tick == shares.Length - 1;
            if (isEnd || (tick % stride == 0 && (shares[tick] != shares[tick - 1] || shares[tick] != shares[tick + 1])))
            {
                yield return new SKPoint(axes.X(tick), axes.Y(shares[tick]));
            }
        }
    }
}
