using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation.State;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>The course of a run under a heading.</summary>
/// <param name="Heading">Which run it is.</param>
/// <param name="Course">What it went through.</param>
internal sealed record CoursePanel(string Heading, RunCourse Course);

/// <summary>
/// Who held authority when: one river a run, an agent a band as wide as its share, those who held most in colour and under their names; vacant authority
/// on top, hatched. Exits of leadership generations are lines, departures of holders and shocks marks above, vitality a black line.
/// </summary>
internal sealed record RiverFigure : IFigure
{
    private const float MarkRoom = 14;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public string AltText => "Bands of authority over time. " + string.Join(" ", Panels.Select(p => Invariant(
        $"{p.Heading}: {p.Course.Departures.Count} departures of holders, leadership gone at {(p.Course.CoreExits.Count > 0 ? $"tick {p.Course.CoreExits[0]}" : "no tick")}, {EndOf(p.Course)}.")));

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>The runs.</summary>
    public required IReadOnlyList<CoursePanel> Panels { get; init; }

    /// <summary>Panels in a row.</summary>
    public int Columns { get; init; } = 2;

    /// <inheritdoc/>
    public SKSize Size => Layout.Size;

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("panel", "tick", "holder", "authority", "vacant", "vitality");
            foreach (var (heading, course) in Panels.Select(p => (p.Heading, p.Course)))
            {
                for (var tick = 0; tick < course.Held.Count; tick++)
                {
                    foreach (var (agent, authority) in course.Held[tick])
                    {
                        table.Add(heading, tick, course.NameOf(agent), authority, course.Vacant[tick], course.Vitality[tick]);
                    }
                }
            }

            return table;
        }
    }

    private int Rows => (Panels.Count + InRow - 1) / InRow;

    private int InRow => Math.Min(Panels.Count, PageWidth < 500 ? 1 : Columns);

    private LegendRow Legend => new(
        [
            ("an agent's share of authority", LegendRow.AreaSample(RiverBands.FirstColour)),
            ("all others", LegendRow.AreaSample(RiverBands.Others)),
            ("vacant", VacantSample),
            ("vitality", (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(SKColors.Black, 1.6f))),
            ("last of the leaders left", (sheet, box) => sheet.Line(box.MidX, box.Top - 2, box.MidX, box.Bottom + 2, RiverMarks.ExitLine)),
            ("a holder left", (sheet, box) => RiverMarks.Triangle(sheet, new(box.MidX, box.Bottom), FigurePalette.Frame)),
            ("shock", (sheet, box) => RiverMarks.Triangle(sheet, new(box.MidX, box.Bottom), RiverMarks.Shock)),
            ("failed", (sheet, box) => RiverMarks.Cross(sheet, new(box.MidX, box.MidY))),
        ],
        PageWidth - (2 * PanelLayout.Margin));

    private PanelLayout Layout => new PanelLayout
    {
        PageWidth = PageWidth,
        Columns = InRow,
        Rows = Rows,
        PanelHeight = 0,
        Gap = 22,
        Above = Legend.Height + 6,
        Head = 18 + MarkRoom,
        Foot = 40,
        RowGap = 6,
    }.Fitting(Rows == 1 ? 200 : 120, least: 40);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var (layout, horizon) = (Layout, Math.Max(1, Panels.Max(p => p.Course.LastTick)));
        Legend.Draw(sheet, PanelLayout.Margin, PanelLayout.Margin);
        for (var k = 0; k < Panels.Count; k++)
        {
            var (row, column) = (k / InRow, k % InRow);
            var area = layout.Area(row, column);
            var axes = PanelAxes.Of(area, horizon, showShares: column == 0, showTicks: k + InRow >= Panels.Count, headroom: 0);
            TextStyle.Draw(sheet, TextStyle.Fitting(Panels[k].Heading, area.Width + layout.Gap - 6), area.Left, area.Top - MarkRoom - 6, TextStyle.Small);
            axes.DrawGrid(sheet);
            RiverBands.Draw(sheet, axes, Panels[k].Course);
            RiverMarks.Draw(sheet, axes, Panels[k].Course);
            axes.DrawEdges(sheet);
        }

        var region = layout.Region;
        TextStyle.Draw(sheet, "Ticks since founding (weeks)", region.MidX, layout.Size.Height - PanelLayout.Margin - 2, TextStyle.Label, SKTextAlign.Center);
        TextStyle.DrawUpwards(sheet, "Share of authority", region.Left - 38, region.MidY, TextStyle.Label);
    }

    private static string EndOf(RunCourse course) => course.End switch
    {
        EndCause.Failure => Invariant($"failed at tick {course.LastTick}"),
        EndCause.Stopped => Invariant($"stopped at tick {course.LastTick}"),
        EndCause.NeedEnded => Invariant($"no longer needed at tick {course.LastTick}"),
        _ => Invariant($"alive at tick {course.LastTick}"),
    };

    private static void VacantSample(Sheet sheet, SKRect box)
    {
        sheet.Box(box, SKColors.White, new Stroke(FigurePalette.Frame, 0.6f));
        sheet.Hatch(box, new Stroke(FigurePalette.Frame, 0.7f), 4);
    }
}
