using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Response of an output to one factor, arms as lines with bands; along a factor without order as points.</summary>
internal sealed class DoseKind : IFigureKind
{
    private const int MostArms = 13;

    /// <inheritdoc/>
    public string Name => "dose";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var x = asked.X ?? source.Study.OtherPaths.Where(p => Estimates.LevelsOf(source, p).Length > 1)
            .OrderByDescending(p => Estimates.LevelsOf(source, p).All(l => LevelLabels.Number(l) is not null)).FirstOrDefault()
            ?? throw new FigureRefusal("dose needs a factor besides the arms; add to the file, for example: factors: {channels.remote: {levels: [0.3, 0.6, 0.9]}}");
        var estimates = Estimates.Of(source, asked, [x]);
        var (levels, arms) = (Estimates.LevelsOf(source, x), Arms.Of(source, MostArms));
        var isOrdered = levels.All(l => LevelLabels.Number(l) is not null);
        yield return new CurvesFigure
        {
            Name = asked.Value is null ? Name : $"{Name}-{asked.Value}",
            Panels = [new("", [.. arms.Select((arm, k) => CurveOf(source, estimates, arm, k, arms.Count, levels, isOrdered))])],
            Legend = Arms.Legend(source, arms, withLine: isOrdered, withPoint: true),
            Categories = isOrdered ? null : levels,
            Across = source.Words.Of(x),
            Up = estimates.Words(source),
            Caption = Invariant($"{estimates.Words(source)} along {x}, by {Arms.Compared(source)}{PhaseKind.Pooled(source, x, x)}; ") +
                Invariant($"{(isOrdered ? "bands" : "lines")}: {estimates.Method}; up to {Counted.Of(estimates.All.Max(e => e.Runs), "run")} per point. ") +
                Invariant($"{source.Words.Keys([x])}{Arms.LeftOut(source, MostArms)}"),
            AltText = "Response curves. " + string.Join(" ", arms.Select(a => Invariant(
                $"{a}: {estimates.At(a, levels[0])?.Value?.Value:G3} at {levels[0]}, {estimates.At(a, levels[^1])?.Value?.Value:G3} at {levels[^1]}."))),
        };
    }

    private static Curve CurveOf(FigureSource source, Estimates estimates, string arm, int place, int arms, string[] levels, bool isOrdered)
    {
        var look = source.Looks[arm];

        // Points of one category stand side by side, not on one another.
        var shift = isOrdered ? 0 : 0.6 * ((place + 0.5) / arms - 0.5);
        var points = levels.Select((level, k) => (Estimate: estimates.At(arm, level), X: isOrdered ? LevelLabels.Number(level)!.Value : k + shift))
            .Where(p => p.Estimate?.Value is not null)
            .Select(p => new CurvePoint(p.X, p.Estimate!.Value!.Value, p.Estimate.Value.Lower, p.Estimate.Value.Upper, p.Estimate.Runs));
        return new(arm, isOrdered ? look.Line(1.6f) : null, [.. points]) { Marked = look, Band = isOrdered && arms <= 8 ? look.Colour.WithAlpha(36) : null };
    }
}
