using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// Kaplan–Meier curves by group with bands, censoring marks and the table of numbers at risk, in one panel, in a grid of conditions or in
/// panels that wrap.
/// </summary>
internal sealed record SurvivalFigure : IFigure
{
    private const float AxisRoom = 20;
    private const float NameRoom = 18;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<SurvivalPanel> Panels { get; init; }

    /// <summary>Heads of a grid; null: panels that wrap and have heads of their own.</summary>
    public StripHeads? Heads { get; init; }

    /// <summary>Names and looks of the groups, in the order of legend and table.</summary>
    public required IReadOnlyList<(string Name, ArmLook Look)> Groups { get; init; }

    /// <summary>Label of the horizontal axis, with its unit.</summary>
    public required string TimeLabel { get; init; }

    /// <summary>Label of the vertical axis.</summary>
    public required string ShareLabel { get; init; }

    /// <summary>Right end of the horizontal axis, in ticks.</summary>
    public required int HorizonTicks { get; init; }

    /// <inheritdoc/>
    public SKSize Size => Layout(Table).Size;

    /// <inheritdoc/>
    public CsvTable Data => SurvivalData.Of(Panels);

    private bool IsSingle => Panels.Count == 1;

    private bool HasDirectLabels => IsSingle && DirectLabels.Fit(Groups.Count, 280);

    private int Columns => Heads?.Across.Count ?? Math.Min(Panels.Count, PageWidth < 500 ? 2 : Panels.Count is 2 or 4 ? 2 : 3);

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private RiskTablePanel Table => new[] { RiskTableExtent.Full, RiskTableExtent.AtRisk, RiskTableExtent.None }
        .Select(extent => new RiskTablePanel(Groups, extent, PageWidth))
        .First(t => t.Extent == RiskTableExtent.None || Layout(t).Size.Height <= PanelLayout.TallestPage);

    private LegendRow Legend => LegendRow.OfLines(HasDirectLabels ? [] : Groups, PageWidth - (2 * PanelLayout.Margin));

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var table = Table;
        var layout = Layout(table);
        Legend.Draw(sheet, PanelLayout.Margin, PanelLayout.Margin);
        Heads?.Draw(sheet, layout);
        for (var i = 0; i < Panels.Count; i++)
        {
            DrawPanel(sheet, layout, table, i);
        }

        var region = layout.Region;
        TextStyle.Draw(sheet, TextStyle.Fitting(TimeLabel, layout.Size.Width - region.Left, TextStyle.Label), region.MidX,
            layout.Size.Height - PanelLayout.Margin - 2, TextStyle.Label, SKTextAlign.Center);
    }

    private PanelLayout Layout(RiskTablePanel table)
    {
        var inner = PageWidth - 120;
        var layout = new PanelLayout
        {
            PageWidth = PageWidth,
            Columns = Columns,
            Rows = Rows,
            PanelHeight = 0,
            Gap = 26,
            Left = MathF.Max(46, table.LabelWidth),
            Right = HasDirectLabels ? DirectLabels.Width(Groups.Select(g => g.Name), PageWidth) : Heads is null ? 10 : 6 + Heads.Width(400),
            Above = Legend.Height + (Heads is null ? 0 : Heads.Height(inner)),
            Head = Heads is null && !IsSingle ? 20 : 0,
            Below = table.Extent == RiskTableExtent.None && Heads is not null ? 0 : AxisRoom + table.Height,
            Foot = NameRoom + (table.Extent == RiskTableExtent.None && Heads is not null ? AxisRoom : 0),
        };
        return layout.Fitting(IsSingle ? 280 : Rows <= 2 ? 170 : 140, least: 60);
    }

    private void DrawPanel(Sheet sheet, PanelLayout layout, RiskTablePanel table, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var (panel, area) = (Panels[index], layout.Area(row, column));
        var isLowest = index + Columns >= Panels.Count;
        var axes = PanelAxes.Of(area, HorizonTicks, showShares: column == 0, showTicks: isLowest || Heads is null
            || table.Extent != RiskTableExtent.None, headroom: 0.02);
        if (Heads is null && !IsSingle)
        {
            TextStyle.Draw(sheet, TextStyle.Fitting(panel.Heading, area.Width + layout.Gap - 4), area.Left, area.Top - 6, TextStyle.Small);
        }

        if (column == 0)
        {
            TextStyle.DrawUpwards(sheet, ShareLabel, area.Left - 38, area.MidY, TextStyle.Small);
        }

        axes.DrawGrid(sheet);
        SurvivalLines.Draw(sheet, axes, panel.Curves, IsSingle ? 6 : 4);
        axes.DrawEdges(sheet);
        if (HasDirectLabels)
        {
            DirectLabels.Draw(sheet, axes, panel.Curves, PageWidth);
        }

        table.Draw(sheet, axes, panel.Curves, area.Bottom + AxisRoom, withLabels: column == 0);
    }
}
