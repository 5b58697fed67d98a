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
    private const int MostNamed = 7;
    private const float NameLeast = 11;
    private const float MarkRoom = 14;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public string AltText => "Bands of authority over time. " + string.Join(" ", Panels.Select(p => FormattableString.Invariant(
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
            ("an agent's share of authority", LegendRow.AreaSample(FigurePalette.Colour(0))),
            ("all others", LegendRow.AreaSample("#BDBDBD")),
            ("vacant", VacantSample),
            ("vitality", (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(SKColors.Black, 1.6f))),
            ("last of the leaders left", (sheet, box) => sheet.Line(box.MidX, box.Top - 2, box.MidX, box.Bottom + 2, ExitLine)),
            ("a holder left", (sheet, box) => Triangle(sheet, new(box.MidX, box.Bottom), FigurePalette.Frame)),
            ("shock", (sheet, box) => Triangle(sheet, new(box.MidX, box.Bottom), SKColor.Parse("#C23B1E"))),
            ("failed", (sheet, box) => Cross(sheet, new(box.MidX, box.MidY))),
        ],
        PageWidth - (2 * PanelLayout.Margin));

    private static Stroke ExitLine => new(SKColors.Black, 1.2f, [4, 2]);

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
            DrawBands(sheet, axes, Panels[k].Course);
            DrawMarks(sheet, axes, Panels[k].Course);
            axes.DrawEdges(sheet);
        }

        var region = layout.Region;
        TextStyle.Draw(sheet, "Ticks since founding (weeks)", region.MidX, layout.Size.Height - PanelLayout.Margin - 2, TextStyle.Label, SKTextAlign.Center);
        TextStyle.DrawUpwards(sheet, "Share of authority", region.Left - 38, region.MidY, TextStyle.Label);
    }

    // Bands in the order in which agents came to hold authority; who held most over all ticks is named.
    private static void DrawBands(Sheet sheet, PanelAxes axes, RunCourse course)
    {
        var totals = course.Held.SelectMany(h => h).GroupBy(h => h.Agent).ToDictionary(g => g.Key, g => g.Sum(h => h.Authority));
        long[] named = [.. totals.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(MostNamed).Select(t => t.Key)];
        long[] order = [.. course.Held.SelectMany(h => h.Select(x => x.Agent)).Distinct().Where(named.Contains)];
        int[] ticks = [.. Sampled(course.LastTick, axes.Area.Width)];
        var below = new double[ticks.Length];
        for (var k = 0; k < order.Length; k++)
        {
            var share = ticks.Select(t => course.Held[t].FirstOrDefault(h => h.Agent == order[k]).Authority).ToArray();
            var above = below.Zip(share, (b, s) => b + s).ToArray();
            var colour = SKColor.Parse(FigurePalette.Colour(k == 4 ? 7 : k)).WithAlpha(225);
            Band(sheet, axes, ticks, below, above, k == 4 ? SKColor.Parse("#8A8300") : colour);
            NameBand(sheet, axes, ticks, below, above, course.NameOf(order[k]));
            below = above;
        }

        var others = ticks.Select((t, i) => below[i] + course.Held[t].Where(h => !named.Contains(h.Agent)).Sum(h => h.Authority)).ToArray();
        Band(sheet, axes, ticks, below, others, SKColor.Parse("#BDBDBD"));
        var vacant = ticks.Select((t, i) => Math.Min(1, others[i] + course.Vacant[t])).ToArray();
        HatchVacant(sheet, axes, ticks, others, vacant);
        sheet.Line([.. ticks.Select(t => new SKPoint(axes.X(t), axes.Y(Math.Clamp(course.Vitality[t], 0, 1))))], new Stroke(SKColors.White, 3));
        sheet.Line([.. ticks.Select(t => new SKPoint(axes.X(t), axes.Y(Math.Clamp(course.Vitality[t], 0, 1))))], new Stroke(SKColors.Black, 1.4f));
    }

    private static void Band(Sheet sheet, PanelAxes axes, int[] ticks, double[] below, double[] above, SKColor colour)
    {
        // A band that nobody holds for a time is drawn in pieces.
        for (var from = 0; from < ticks.Length; from++)
        {
            if (above[from] - below[from] < 1e-4)
            {
                continue;
            }

            var to = from;
            while (to + 1 < ticks.Length && above[to + 1] - below[to + 1] >= 1e-4)
            {
                to++;
            }

            var piece = Enumerable.Range(from, to - from + 1).ToArray();
            var end = Math.Max(axes.X(ticks[to]), axes.X(ticks[from]) + 1);
            sheet.Area(
                [
                    .. piece.Select(i => new SKPoint(axes.X(ticks[i]), axes.Y(above[i]))), new(end, axes.Y(above[to])), new(end, axes.Y(below[to])),
                    .. piece.Reverse().Select(i => new SKPoint(axes.X(ticks[i]), axes.Y(below[i]))),
                ],
                colour);
            from = to;
        }
    }

    private static void HatchVacant(Sheet sheet, PanelAxes axes, int[] ticks, double[] below, double[] above)
    {
        for (var i = 0; i + 1 < ticks.Length; i++)
        {
            if (above[i] - below[i] > 0.005 && i % 3 == 0)
            {
                sheet.Line(axes.X(ticks[i]), axes.Y(below[i]), axes.X(ticks[Math.Min(i + 1, ticks.Length - 1)]), axes.Y(above[i]),
                    new Stroke(FigurePalette.Frame, 0.7f));
            }
        }
    }

    // Where the band is widest, if the name has room there.
    private static void NameBand(Sheet sheet, PanelAxes axes, int[] ticks, double[] below, double[] above, string name)
    {
        var width = TextStyle.Width(name, TextStyle.Small);
        var perTick = axes.Area.Width / axes.HorizonTicks;
        for (var i = 0; i < ticks.Length; i++)
        {
            var until = i;
            var (low, high) = (below[i], above[i]);
            while (until < ticks.Length && (ticks[until] - ticks[i]) * perTick < width + 6)
            {
                (low, high) = (Math.Max(low, below[until]), Math.Min(high, above[until]));
                until++;
            }

            if (until == ticks.Length)
            {
                return;
            }

            if (axes.Y(low) - axes.Y(high) >= NameLeast)
            {
                TextStyle.Draw(sheet, name, axes.X(ticks[i]) + 4, ((axes.Y(low) + axes.Y(high)) / 2) + 4, TextStyle.Small, colour: SKColors.White);
                return;
            }
        }
    }

    private static void DrawMarks(Sheet sheet, PanelAxes axes, RunCourse course)
    {
        foreach (var (tick, _) in course.Departures)
        {
            Triangle(sheet, new(axes.X(tick), axes.Area.Top - 2), FigurePalette.Frame);
        }

        foreach (var tick in course.Shocks.Where(t => t <= course.LastTick))
        {
            Triangle(sheet, new(axes.X(tick), axes.Area.Top - 2), SKColor.Parse("#C23B1E"));
        }

        foreach (var tick in course.CoreExits)
        {
            sheet.Line(axes.X(tick), axes.Area.Top - 8, axes.X(tick), axes.Area.Bottom, new Stroke(SKColors.White, 2.6f));
            sheet.Line(axes.X(tick), axes.Area.Top - 8, axes.X(tick), axes.Area.Bottom, ExitLine);
        }

        if (course.End == EndCause.Failure)
        {
            Cross(sheet, new(axes.X(course.LastTick), axes.Area.Top - 7));
        }
    }

    private static string EndOf(RunCourse course) => course.End switch
    {
        EndCause.Failure => FormattableString.Invariant($"failed at tick {course.LastTick}"),
        EndCause.Stopped => FormattableString.Invariant($"stopped at tick {course.LastTick}"),
        EndCause.NeedEnded => FormattableString.Invariant($"no longer needed at tick {course.LastTick}"),
        _ => FormattableString.Invariant($"alive at tick {course.LastTick}"),
    };

    private static IEnumerable<int> Sampled(int lastTick, float width)
    {
        var stride = Math.Max(1, (int)((lastTick + 1) / width));
        return Enumerable.Range(0, lastTick + 1).Where(t => t % stride == 0 || t == lastTick);
    }

    private static void VacantSample(Sheet sheet, SKRect box)
    {
        sheet.Box(box, SKColors.White, new Stroke(FigurePalette.Frame, 0.6f));
        sheet.Hatch(box, new Stroke(FigurePalette.Frame, 0.7f), 4);
    }

    private static void Triangle(Sheet sheet, SKPoint tip, SKColor colour) => sheet.Area([tip, new(tip.X - 3, tip.Y - 6), new(tip.X + 3, tip.Y - 6)], colour);

    private static void Cross(Sheet sheet, SKPoint at)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            sheet.Line(at.X - 4, at.Y - (4 * sign), at.X + 4, at.Y + (4 * sign), new Stroke(SKColors.Black, 2));
        }
    }
}
