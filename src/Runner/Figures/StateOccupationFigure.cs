using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Stacked areas over ticks: which share of programs is led by its founders, has outlived them, has ended; one panel a group.</summary>
internal sealed record StateOccupationFigure : IFigure
{
    private const float PageWidth = 680;
    private const float TallestPage = 926;
    private const float Margin = 8;
    private const float LeftRoom = 50;
    private const float PanelGap = 28;
    private const float RowGap = 12;
    private const float HeadingRoom = 18;
    private const float AxisRoom = 40;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<OccupationPanel> Panels { get; init; }

    /// <summary>Panels in a row.</summary>
    public required int Columns { get; init; }

    /// <summary>Names of the states, from the bottom of the stack to its top.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Right end of the horizontal axis, in ticks.</summary>
    public required int HorizonTicks { get; init; }

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, Margin + Legend.Height + Rows * (HeadingRoom + PlotHeight) + (Rows - 1) * RowGap + AxisRoom + Margin);

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("panel", "group", "runs", "tick", "state", "share");
            foreach (var panel in Panels)
            {
                for (var tick = 0; tick < panel.Shares.Count; tick++)
                {
                    for (var state = 0; state < States.Count; state++)
                    {
                        table.Add(panel.Column, panel.Row, panel.Runs, tick, States[state], panel.Shares[tick][state]);
                    }
                }
            }

            return table;
        }
    }

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private LegendRow Legend => LegendRow.OfAreas([.. States.Select((s, i) => (s, Palette.States[i]))], PageWidth - LeftRoom - 2 * Margin);

    private float PlotHeight
    {
        get
        {
            var free = TallestPage - 2 * Margin - Legend.Height - AxisRoom - Rows * HeadingRoom - (Rows - 1) * RowGap;
            return MathF.Min(Columns == 1 ? 240 : 150, MathF.Floor(free / Rows));
        }
    }

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas)
    {
        Legend.Draw(canvas, Margin + LeftRoom, Margin);
        for (var i = 0; i < Panels.Count; i++)
        {
            DrawPanel(canvas, i);
        }

        var plots = SKRect.Create(Margin + LeftRoom, Margin + Legend.Height, PageWidth - LeftRoom - 2 * Margin - 10, Size.Height - AxisRoom - 2 * Margin - Legend.Height);
        TextStyle.Draw(canvas, "Ticks since founding (weeks)", plots.MidX, Size.Height - Margin - 2, TextStyle.Label, SKTextAlign.Center);
        TextStyle.DrawUpwards(canvas, "Share of programs", Margin + 8, plots.MidY, TextStyle.Label);
    }

    private void DrawPanel(SKCanvas canvas, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var panel = Panels[index];
        var isLowest = index + Columns >= Panels.Count;
        var axes = AxesAt(row, column, isLowest);
        var heading = panel.Column.Length == 0 ? panel.Row : $"{panel.Row}, {panel.Column}";
        TextStyle.Draw(canvas, Fitting(heading, axes.Area.Width + PanelGap - 6), axes.Area.Left, axes.Area.Top - 5, TextStyle.Small);
        var plot = axes.NewPlot();
        AddAreas(plot, panel);
        axes.Render(plot, canvas);
    }

    private void AddAreas(Plot plot, OccupationPanel panel)
    {
        var below = new double[panel.Shares.Count];
        for (var state = 0; state < States.Count; state++)
        {
            var above = below.Select((b, tick) => b + panel.Shares[tick][state]).ToArray();
            var outline = below.Select((b, tick) => new Coordinates(tick, b))
                .Concat(above.Select((a, tick) => new Coordinates(tick, a)).Reverse());
            var area = plot.Add.Polygon([.. outline]);
            area.FillColor = new Color(Palette.States[state]);
            area.LineColor = Colors.White;
            area.LineWidth = 0.5f;
            below = above;
        }
    }

    private PanelAxes AxesAt(int row, int column, bool showTicks)
    {
        var width = (PageWidth - LeftRoom - 2 * Margin - 10 - (Columns - 1) * PanelGap) / Columns;
        var top = Margin + Legend.Height + HeadingRoom + row * (PlotHeight + HeadingRoom + RowGap);
        var area = SKRect.Create(Margin + LeftRoom + column * (width + PanelGap), top, width, PlotHeight);
        var labels = Math.Clamp((int)(width / 38), 2, 11);
        return new PanelAxes(area, HorizonTicks, PanelAxes.StepFor(HorizonTicks, labels), ShowShares: column == 0, showTicks);
    }

    private static string Fitting(string text, float width)
    {
        while (text.Length > 1 && TextStyle.Width(text, TextStyle.Small) > width)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, text.Length - 2)}…");
        }

        return text;
    }
}
