using System.Globalization;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
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
    private const float PanelGap = 20;
    private const float WidePanelGap = 28;
    private const float RowGap = 16;
    private const float HeadingRoom = 18;
    private const float AxisRoom = 40;
    private const int MostHighRows = 8;

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

    /// <summary>What the columns stand for when the panels are a grid of policies by conditions; null when they are a row that wraps.</summary>
    public string? ColumnMeaning { get; init; }

    /// <summary>Names of the states, from the bottom of the stack to its top.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Right end of the horizontal axis, in ticks.</summary>
    public required int HorizonTicks { get; init; }

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, Top + Rows * (HeadingHeight + PlotHeight) + (Rows - 1) * RowGap + AxisRoom + Margin);

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

    private bool IsGrid => ColumnMeaning is not null;

    private float Gap => IsGrid ? PanelGap : WidePanelGap;

    // In a grid only the first row has headings, and the rows are named on the right.
    private float RightRoom => !IsGrid ? 10 : AreRowsLow ? Panels.Max(p => TextStyle.Width(p.Row, TextStyle.Small)) + 12 : 26;

    // Names written along low rows would run into one another.
    private bool AreRowsLow => Rows > MostHighRows;

    private float Top => Margin + Legend.Height + (IsGrid ? 2 * HeadingRoom : 0);

    private float HeadingHeight => IsGrid ? 0 : HeadingRoom;

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private LegendRow Legend => LegendRow.OfAreas([.. States.Select((s, i) => (s, FigurePalette.States[i]))], PageWidth - LeftRoom - 2 * Margin);

    private float PlotHeight
    {
        get
        {
            var free = TallestPage - Top - Margin - AxisRoom - Rows * HeadingHeight - (Rows - 1) * RowGap;
            return MathF.Min(Columns == 1 ? 240 : IsGrid ? 110 : 150, MathF.Floor(free / Rows));
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

        var plots = SKRect.Create(Margin + LeftRoom, Top, PageWidth - LeftRoom - 2 * Margin - RightRoom, Size.Height - AxisRoom - Margin - Top);
        if (ColumnMeaning is { } meaning)
        {
            TextStyle.Draw(canvas, Fitting(meaning, plots.Width), plots.Left, Top - HeadingRoom - 6, TextStyle.Small, colour: FigurePalette.Frame);
        }

        TextStyle.Draw(canvas, "Ticks since founding (weeks)", plots.MidX, Size.Height - Margin - 2, TextStyle.Label, SKTextAlign.Center);
        TextStyle.DrawUpwards(canvas, "Share of programs", Margin + 8, plots.MidY, TextStyle.Label);
    }

    private void DrawPanel(SKCanvas canvas, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var panel = Panels[index];
        var isLowest = index + Columns >= Panels.Count;
        var axes = AxesAt(row, column, isLowest);
        DrawHeadings(canvas, panel, axes.Area, row, column);
        var plot = axes.NewPlot();
        AddAreas(plot, panel);
        axes.Render(plot, canvas);
    }

    private void DrawHeadings(SKCanvas canvas, OccupationPanel panel, SKRect area, int row, int column)
    {
        if (!IsGrid || row == 0)
        {
            var heading = IsGrid ? panel.Column : panel.Row;
            TextStyle.Draw(canvas, Fitting(heading, area.Width + Gap - 6), area.Left, area.Top - 5, TextStyle.Small);
        }

        if (IsGrid && column == Columns - 1 && AreRowsLow)
        {
            TextStyle.Draw(canvas, panel.Row, area.Right + 8, area.MidY + 4, TextStyle.Small);
        }
        else if (IsGrid && column == Columns - 1)
        {
            canvas.Save();
            canvas.Translate(area.Right + 12, area.MidY);
            canvas.RotateDegrees(90);
            TextStyle.Draw(canvas, Fitting(panel.Row, area.Height + RowGap), 0, 0, TextStyle.Small, SKTextAlign.Center);
            canvas.Restore();
        }
    }

    private void AddAreas(Plot plot, OccupationPanel panel)
    {
        var below = new double[panel.Shares.Count];
        for (var state = 0; state < States.Count; state++)
        {
            var above = below.Select((b, tick) => b + panel.Shares[tick][state]).ToArray();
            var outline = Corners(below).Concat(Corners(above).Reverse());
            var area = plot.Add.Polygon([.. outline]);
            area.FillColor = new Color(FigurePalette.States[state]);
            area.LineWidth = 0;
            below = above;
        }
    }

    // Where the share stays the same, the points between the ends of the stretch draw nothing.
    private static IEnumerable<Coordinates> Corners(double[] shares)
    {
        for (var tick = 0; tick < shares.Length; tick++)
        {
            if (tick == 0 || tick == shares.Length - 1 || shares[tick] != shares[tick - 1] || shares[tick] != shares[tick + 1])
            {
                yield return new Coordinates(tick, shares[tick]);
            }
        }
    }

    private PanelAxes AxesAt(int row, int column, bool showTicks)
    {
        var width = (PageWidth - LeftRoom - 2 * Margin - RightRoom - (Columns - 1) * Gap) / Columns;
        var top = Top + HeadingHeight + row * (PlotHeight + HeadingHeight + RowGap);
        var area = SKRect.Create(Margin + LeftRoom + column * (width + Gap), top, width, PlotHeight);
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
