using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// Kaplan–Meier curves by group with bands, censoring marks and the table of numbers at risk, in one panel or in small multiples.
/// </summary>
internal sealed record SurvivalFigure : IFigure
{
    private const float PageWidth = 680;
    private const float TallestPage = 926;
    private const float Margin = 8;
    private const float PanelGap = 30;
    private const float AxisRoom = 38;
    private const float HeadingLine = 14;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<SurvivalPanel> Panels { get; init; }

    /// <summary>Panels in a row.</summary>
    public required int Columns { get; init; }

    /// <summary>Names and palette places of the groups, in the order of legend and table.</summary>
    public required IReadOnlyList<(string Name, int Style)> Groups { get; init; }

    /// <summary>Label of the horizontal axis, with its unit.</summary>
    public required string TimeLabel { get; init; }

    /// <summary>Label of the vertical axis.</summary>
    public required string ShareLabel { get; init; }

    /// <summary>Right end of the horizontal axis, in ticks.</summary>
    public required int HorizonTicks { get; init; }

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, HeightWith(Table));

    /// <inheritdoc/>
    public CsvTable Data => SurvivalData.Of(Panels);

    private bool IsSingle => Panels.Count == 1;

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private RiskTablePanel Table => new[] { RiskTableExtent.Full, RiskTableExtent.AtRisk, RiskTableExtent.None }
        .Select(extent => new RiskTablePanel(Groups, extent))
        .First(t => t.Extent == RiskTableExtent.None || HeightWith(t) <= TallestPage);

    private LegendRow Legend => LegendRow.OfLines(IsSingle ? [] : Groups, PageWidth - 2 * Margin);

    private float PlotHeight => IsSingle ? 280 : Rows <= 2 ? 170 : 140;

    private float HeadingHeight => Panels.Max(p => p.Heading.Count) * HeadingLine + (IsSingle ? 4 : 10);

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas)
    {
        var table = Table;
        Legend.Draw(canvas, Margin, Margin);
        for (var i = 0; i < Panels.Count; i++)
        {
            DrawPanel(canvas, table, i);
        }
    }

    private void DrawPanel(SKCanvas canvas, RiskTablePanel table, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var axes = AxesAt(table, row, column);
        var panel = Panels[index];
        for (var line = 0; line < panel.Heading.Count; line++)
        {
            var y = axes.Area.Top - 6 - (panel.Heading.Count - 1 - line) * HeadingLine;
            TextStyle.Draw(canvas, panel.Heading[line], axes.Area.Left, y, TextStyle.Small);
        }

        var plot = axes.NewPlot();
        SurvivalLines.AddTo(plot, panel.Curves);
        axes.Render(plot, canvas);
        SurvivalLines.DrawCensorMarks(canvas, axes, panel.Curves, IsSingle ? 6 : 4);
        TextStyle.Draw(canvas, TimeLabel, axes.Area.MidX, axes.Area.Bottom + 31, IsSingle ? TextStyle.Label : TextStyle.Small, SKTextAlign.Center);
        if (column == 0)
        {
            TextStyle.DrawUpwards(canvas, ShareLabel, axes.Area.Left - 41, axes.Area.MidY, IsSingle ? TextStyle.Label : TextStyle.Small);
        }

        if (IsSingle)
        {
            DirectLabels.Draw(canvas, axes, panel.Curves);
        }

        table.Draw(canvas, axes, panel.Curves, axes.Area.Bottom + AxisRoom, withLabels: column == 0);
    }

    private PanelAxes AxesAt(RiskTablePanel table, int row, int column)
    {
        var left = Margin + MathF.Max(50, table.LabelWidth);
        var right = PageWidth - Margin - (IsSingle ? DirectLabels.Width(Groups.Select(g => g.Name)) : 10);
        var width = (right - left - (Columns - 1) * PanelGap) / Columns;
        var top = Margin + Legend.Height + HeadingHeight + row * RowHeight(table);
        var area = SKRect.Create(left + column * (width + PanelGap), top, width, PlotHeight);
        var labels = Math.Clamp((int)(width / 34), 3, 11);
        return new PanelAxes(area, HorizonTicks, PanelAxes.StepFor(HorizonTicks, labels), ShowShares: column == 0, Headroom: 0.02);
    }

    private float RowHeight(RiskTablePanel table) => HeadingHeight + PlotHeight + AxisRoom + table.Height + 10;

    private float HeightWith(RiskTablePanel table) => 2 * Margin + Legend.Height + Rows * RowHeight(table) - 10;
}
