using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Cumulative incidence of the ends of programs since their founding, a panel an arm.</summary>
internal sealed class IncidenceKind : IFigureKind
{
    private const int MostArms = 16;

    private static readonly (EndOfProgram End, string Words, string Colour, float[] Dash)[] Ends =
    [
        (EndOfProgram.FailedUnderFounders, "failed under its founders", "#1B4F8A", []),
        (EndOfProgram.FailedAfterExit, "failed after they had left", "#D55E00", [6, 3]),
        (EndOfProgram.NeedEnded, "no longer needed", "#5C5C5C", [1.6f, 2.4f]),
    ];

    private static readonly float[] StopDash = [8, 2, 2, 2];
    private static readonly string[] StopColours = ["#117733", "#882255", "#AA7700"];

    /// <inheritdoc/>
    public string Name => "incidence";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var arms = source.Study.ByArm.Take(MostArms).Select(s => (Arm: s.Group.Arm.Level, Ends: EndIncidence.Of(s.Group), Runs: s.Group.Runs.Count))
            .ToArray();
        if (arms.All(a => a.Ends.Count == 0))
        {
            throw new FigureRefusal("no program ended before the horizon; lengthen horizonTicks or raise turnover.hazardPerTick");
        }

        // Stop rules call their ends as they like.
        (EndOfProgram End, string Words, string Colour, float[] Dash)[] ends =
        [
            .. Ends, .. arms.SelectMany(a => a.Ends).Select(e => e.StopCause).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                .Select((cause, k) => (EndOfProgram.Stopped, cause, StopColours[k % StopColours.Length], StopDash)),
        ];
        double horizon = source.Study.HorizonTicks;
        yield return new CurvesFigure
        {
            Name = Name,
            Panels = [.. arms.Select(a =>
                new CurvePanel(a.Arm, [.. ends.SelectMany(e => a.Ends.Where(x => Is(x, e)).Select(x => CurveOf(e, x.Incidence.Rows, horizon)))]))],
            Legend = [.. ends.Where(e => arms.Any(a => a.Ends.Any(x => Is(x, e)))).Select(e =>
                (e.Words, (Action<Sheet, SKRect>)((sheet, box) =>
                    sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(SKColor.Parse(e.Colour), 1.8f, e.Dash)))))],
            Across = "Ticks since founding (weeks)",
            Up = "Cumulative incidence",
            UpEnds = (0, 1),
            Caption = Invariant(
                $"How programs end, by {Arms.Compared(source)}: Aalen–Johansen estimates of cumulative incidence with competing ends, up to {Counted.Of(arms.Max(a => a.Runs), "run")} per panel; bands: pointwise 95 % log-log intervals; dashed and pale: fewer than {SurvivalLines.FewAtRisk} at risk.{Arms.LeftOut(source, MostArms)}"),
            AltText = "Cumulative incidence by end. " + string.Join(" ", arms.SelectMany(a => a.Ends.Select(e =>
                Invariant($"{a.Arm}: {e.Incidence.Rows[^1].Incidence:0.00} {ends.First(x => Is(e, x)).Words}.")))),
        };
    }

    private static bool Is((EndOfProgram End, string? StopCause, Analysis.Survival.CumulativeIncidence Incidence) found,
        (EndOfProgram End, string Words, string Colour, float[] Dash) end) => found.End == end.End && (found.StopCause is null || found.StopCause == end.Words);

    private static Curve CurveOf((EndOfProgram End, string Words, string Colour, float[] Dash) end,
        IReadOnlyList<Analysis.Survival.CumulativeIncidenceRow> rows, double horizon)
    {
        var last = rows[^1];
        return new(
            end.Words,
            new Stroke(SKColor.Parse(end.Colour), 1.7f, end.Dash),
            [
                new(0, 0, 0, 0), .. rows.Select(r => new CurvePoint(r.Time, r.Incidence, r.Lower ?? r.Incidence, r.Upper ?? r.Incidence, r.AtRisk)),
                new(Math.Max(horizon, last.Time), last.Incidence, last.Lower ?? last.Incidence, last.Upper ?? last.Incidence, last.AtRisk),
            ])
        { IsStepped = true, Band = SKColor.Parse(end.Colour).WithAlpha(40) };
    }
}
