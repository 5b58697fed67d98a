using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>
/// The course of a metric, a panel an arm: median, the band of eight tenths of runs, single runs thin. Runs are done again: nothing need
/// be recorded.
/// </summary>
internal sealed class SeriesKind : IFigureKind
{
    private const int MostArms = 12;
    private const int Runs = 40;
    private const int ThinRuns = 8;
    private const string Usual = "vitality";

    /// <inheritdoc/>
    public string Name => "series";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var metrics = source.Spec.Model.Metrics;
        var metric = metrics.FirstOrDefault(m => m.Name == (asked.Value ?? Usual))
            ?? throw new FigureRefusal($"value is {asked.Value}, which is not a metric of the course of runs; allowed are {string.Join(", ", metrics.Select(m => m.Name))}");
        var arms = Arms.Of(source, MostArms);
        var courses = new IReadOnlyList<double>[arms.Count][];
        Parallel.For(0, courses.Length, k => courses[k] =
            [.. source.RunsOf(arms[k], Runs).Select(run => RunCourse.Metric(run.Point.Scenario, run.Seed, metric))]);
        yield return new CurvesFigure
        {
            Name = asked.Value is null ? Name : $"{Name}-{asked.Value}",
            Panels = [.. arms.Zip(courses, (arm, c) => PanelOf(arm, source.Looks[arm], c))],
            Legend =
            [
                ("median", (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(FigurePalette.Ink, 1.8f))),
                ("eight tenths of runs", LegendRow.AreaSample("#BDBDBD")),
                ("single runs", (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(FigurePalette.Frame.WithAlpha(120), 0.7f))),
            ],
            Across = "Ticks since founding (weeks)",
            Up = metric.Unit is "1" or "share" ? metric.Meaning : $"{metric.Meaning} ({metric.Unit})",
            Caption = Invariant(
                $"{metric.Meaning} by tick, by {Arms.Compared(source)}: median and the band from the tenth to the ninetieth percentile of the runs that have not ended, the first {Counted.Of(courses.Max(c => c.Length), "run")} of each arm, replicate by replicate; thin: the first {ThinRuns} of them; dashed: fewer than {SurvivalLines.FewAtRisk} runs left.{Arms.LeftOut(source, MostArms)}"),
            AltText = $"Courses of {metric.Name}. " + string.Join(" ", arms.Zip(courses, (arm, c) => SeriesBand.Of(c) is [var first, .., var last]
                ? Invariant($"{arm}: median {first.Median:G3} at tick 0, {last.Median:G3} at tick {last.Tick}.") : $"{arm}: no runs.")),
        };
    }

    private static CurvePanel PanelOf(string arm, ArmLook look, IReadOnlyList<double>[] courses)
    {
        var bands = SeriesBand.Of(courses);
        var singles = courses.Take(ThinRuns).Select((c, k) => new Curve(
            Invariant($"run {k + 1}"), new Stroke(FigurePalette.Frame.WithAlpha(110), 0.6f), [.. c.Select((v, t) => new CurvePoint(t, v))]));
        return new(arm,
        [
            .. singles,
            new Curve("median", look.Line(1.9f) with { Dash = null }, [.. bands.Select(b => new CurvePoint(b.Tick, b.Median, b.Tenth, b.Ninetieth, b.Runs))])
            {
                Band = look.Colour.WithAlpha(50),
            },
        ]);
    }
}
