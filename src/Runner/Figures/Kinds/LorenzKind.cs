using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Lorenz curves of authority, power and responsibility in a typical run of each arm.</summary>
internal sealed class LorenzKind : IFigureKind
{
    private const int MostArms = 12;

    private static readonly (string Name, string Colour, float[] Dash, Func<SeatState, double> Of)[] Quantities =
    [
        ("authority", "#0072B2", [], s => s.Authority), ("power", "#D55E00", [6, 3], s => s.Power),
        ("responsibility", "#009E73", [1.6f, 2.4f], s => s.Responsibility),
    ];

    /// <inheritdoc/>
    public string Name => "lorenz";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var panels =
            from arm in Arms.Of(source, MostArms)
            let run = source.TellingRunsOf(arm)?.Typical
            where run is not null
            let tick = Math.Min(asked.Tick ?? (run.Run.EndTick / 2), run.Run.EndTick)
            let planned = RunCourse.PlannedOf(source.Plan, run)
            let snapshot = RunCourse.Of(planned.Point.Scenario, planned.Seed, [tick]).Snapshots[tick]
            select PanelOf(Invariant($"{arm}, tick {tick}"), snapshot);
        yield return new CurvesFigure
        {
            Name = Name,
            Panels = [.. panels],
            Legend =
            [
                .. Quantities.Select(q =>
                    (q.Name, (Action<Sheet, SKRect>)((sheet, box) =>
                    sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(SKColor.Parse(q.Colour), 1.8f, q.Dash))))),
                ("equal shares", (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(FigurePalette.Frame, 0.8f))),
            ],
            Across = "Share of agents, from those who hold least",
            Up = "Share held",
            UpEnds = (0, 1),
            Caption = $"Lorenz curves of authority, power (share of decisions made) and responsibility (open decisions) over the agents of a typical run of each {Arms.Compared(source)}, {(asked.Tick is null ? "half way through its life" : "at the tick asked for")}: the farther from the straight line, the less equal. {Arms.Rule}{Arms.LeftOut(source, MostArms)}",
            AltText = "Lorenz curves of authority, power and responsibility, by arm.",
        };
    }

    private static CurvePanel PanelOf(string heading, NetworkSnapshot snapshot)
    {
        SeatState[] agents = [.. snapshot.Seats.Where(s => s.IsOccupied)];
        return new(heading,
        [
            new Curve("equal shares", new Stroke(FigurePalette.Frame, 0.8f), [new(0, 0), new(1, 1)]),
            .. Quantities.Select(q =>
                new Curve(q.Name, new Stroke(SKColor.Parse(q.Colour), 1.7f, q.Dash),
                [.. LorenzCurve.Of(agents.Select(q.Of)).Select(p => new CurvePoint(p.Holders, p.Held))])),
        ]);
    }
}
