using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>
/// Which arm is best where: the colour is the best arm's, strong where it leads the second best by much, hatched where the runs do not
/// decide.
/// </summary>
internal sealed class FlipKind : IFigureKind
{
    private const double Palest = 0.35;

    /// <inheritdoc/>
    public string Name => "flip";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        if (source.Study.Arms.Count < 2)
        {
            throw new FigureRefusal("flip needs two arms or more; add to the file, for example: factors: {policy: {levels: [hoarding, distributed]}}");
        }

        var (x, y) = Estimates.PlaneOf(source, asked);
        var estimates = Estimates.Of(source, asked, [x, y]);
        var (xs, ys) = (Estimates.LevelsOf(source, x), Estimates.LevelsOf(source, y));
        var meaningful = asked.Meaningful ?? (estimates.Output == ConditionEstimates.Outlived ? source.Spec.Meaningful : 0);
        var best = ys.Select(b => xs.Select(a => BestOf(source, estimates, a, b)).ToArray()).ToArray();
        var widest = best.SelectMany(r => r).Select(b => b?.Lead ?? 0).DefaultIfEmpty(0).Max();
        string[] winners = [.. source.Study.Arms.Where(p => best.Any(r => r.Any(b => b?.Arm == p)))];
        yield return new PlaneFigure
        {
            Name = asked.Value is null ? Name : $"{Name}-{asked.Value}",
            Panels = [new("", [.. best.Select(row => (IReadOnlyList<PlaneCell>)[.. row.Select(b => CellOf(source, b, widest, meaningful))])], [])],
            Columns = 1,
            Across = (source.Words.Of(x), PhaseKind.Labels(xs)),
            Up = (source.Words.Of(y), PhaseKind.Labels(ys)),
            Legend =
            [
                .. winners.Select(w => (w, LegendRow.AreaSample(Hex(source.Looks[w].Colour)))),
                ("not decided", (sheet, box) =>
                {
                    sheet.Box(box, SKColors.White, new Stroke(FigurePalette.Frame, 0.6f));
                    sheet.Hatch(box, new Stroke(FigurePalette.Frame, 0.9f));
                }),
            ],
            Data = PhaseKind.DataOf(estimates, x, y),
            Caption = Invariant($"Best {Arms.Compared(source)} by {Lower(estimates.Words(source))} ({(estimates.LessIsBetter ? "least" : "most")}) over {x} and {y}{PhaseKind.Pooled(source, x, y)}. ") +
                Invariant($"Strong colours: far ahead of the second best, which is named; hatched: the 95 % interval of the difference between the two, replicate by replicate, reaches below {meaningful:0.###}. ") +
                Invariant($"{source.Words.Keys([x, y])}"),
            AltText = "Map of the best arm. " + string.Join(" ", winners.Select(w =>
                Invariant($"{w} is best in {best.Sum(r => r.Count(b => b?.Arm == w))} of {xs.Length * ys.Length} cells."))),
        };
    }

    private static Best? BestOf(FigureSource source, Estimates estimates, string x, string y)
    {
        var sign = estimates.LessIsBetter ? -1 : 1;
        ConditionEstimate[] ranked = [.. source.Study.Arms.Select(p => estimates.At(p, x, y)).OfType<ConditionEstimate>()
            .Where(e => e.Value is not null).OrderByDescending(e => sign * e.Value!.Value)];
        if (ranked.Length == 0)
        {
            return null;
        }

        var second = ranked.Length > 1 ? ranked[1] : null;
        var difference = second is null ? null : sign > 0 ? ranked[0].Minus(second) : second.Minus(ranked[0]);
        return new(ranked[0].Arm, second?.Arm ?? "", Math.Abs(ranked[0].Value!.Value - (second?.Value!.Value ?? ranked[0].Value!.Value)), difference?.Lower);
    }

    private static PlaneCell CellOf(FigureSource source, Best? best, double widest, double meaningful)
    {
        if (best is null)
        {
            return new(SKColors.Transparent, null, "", false);
        }

        var strength = widest > 0 ? Palest + ((1 - Palest) * best.Lead / widest) : Palest;
        var colour = source.Looks[best.Arm].Colour;
        byte Mixed(byte part) => (byte)(255 - ((255 - part) * strength));
        var isOpen = best.Lower is not { } lower || lower <= meaningful;
        return new(new(Mixed(colour.Red), Mixed(colour.Green), Mixed(colour.Blue)), null, best.Second.Length == 0 ? "" : $"2nd: {best.Second}", isOpen);
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Hex(SKColor colour) => Invariant($"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    private sealed record Best(string Arm, string Second, double Lead, double? Lower);
}
