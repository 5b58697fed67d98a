using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Phase diagram: an output over two factors, arms as panels, and below each how wide its intervals are.</summary>
internal sealed class PhaseKind : IFigureKind
{
    private const int MostArms = 16;
    private const int InRow = 4;

    /// <inheritdoc/>
    public string Name => "phase";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var (x, y) = Estimates.PlaneOf(source, asked);
        var estimates = Estimates.Of(source, asked, [x, y]);
        var (arms, xs, ys) = (Arms.Of(source, MostArms), Estimates.LevelsOf(source, x), Estimates.LevelsOf(source, y));
        var (value, width) = (
            KeyOf(estimates.Words(source), estimates.All.Select(e => e.Value?.Value), ColourScale.At),
            KeyOf("Width of the interval", estimates.All.Select(Width).Append(0), Grey));
        yield return new PlaneFigure
        {
            Name = asked.Value is null ? Name : $"{Name}-{asked.Value}",
            Panels = [.. arms.Select(a => PanelOf(a, xs, ys, (i, j) => estimates.At(a, xs[i], ys[j])?.Value?.Value, value, withLines: true))],
            Below = [.. arms.Select(a => PanelOf(a, xs, ys, (i, j) => estimates.At(a, xs[i], ys[j]) is { } e ? Width(e) : null, width, withLines: false))],
            Columns = Math.Min(InRow, arms.Count),
            Across = (source.Words.Of(x), Labels(xs)),
            Up = (source.Words.Of(y), Labels(ys)),
            Keys = [value, width],
            Data = DataOf(estimates, x, y),
            Caption = Invariant($"{estimates.Words(source)} over {x} and {y}, by {Arms.Compared(source)}, with lines of equal value{Pooled(source, x, y)}; ") +
                Invariant($"grey panels: width of the {estimates.Method}. Up to {Counted.Of(estimates.All.Max(e => e.Runs), "run")} per cell. ") +
                Invariant($"{source.Words.Keys([x, y])}{Arms.LeftOut(source, MostArms)}"),
            AltText = $"Heat maps of {estimates.Words(source)}. " + string.Join(" ", arms.Select(a => Extremes(a, estimates, x, y))),
        };
    }

    /// <summary>Labels of levels, distinct and short.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<string> levels)
    {
        var labels = LevelLabels.Of(levels);
        return [.. levels.Select(l => labels[l])];
    }

    /// <summary>The numbers of a plane.</summary>
    public static CsvTable DataOf(Estimates estimates, string x, string y)
    {
        var table = new CsvTable("arm", x, y, "runs", estimates.Output, "lower95", "upper95");
        foreach (var e in estimates.All)
        {
            table.Add(e.Arm, e.Levels[0], e.Levels[1], e.Runs, e.Value?.Value, e.Value?.Lower, e.Value?.Upper);
        }

        return table;
    }

    /// <summary>What is averaged over, in words.</summary>
    public static string Pooled(FigureSource source, string x, string y)
    {
        string[] others = [.. source.Study.OtherPaths.Where(p => p != x && p != y)];
        return others.Length == 0 ? "" : $", pooled over {string.Join(", ", others)}";
    }

    private static PlanePanel PanelOf(string heading, string[] xs, string[] ys, Func<int, int, double?> of, ColourKey key, bool withLines) => new(
        heading,
        [
            .. Enumerable.Range(0, ys.Length).Select(j => (IReadOnlyList<PlaneCell>)[.. Enumerable.Range(0, xs.Length).Select(i => of(i, j) is { } v
                ? new PlaneCell(
                    key.Of(v), v, withLines ? "" : Math.Abs(v) < 10 ? Invariant($"{v:0.00}") : Invariant($"{v:G3}"), false)
                : new PlaneCell(SKColors.Transparent, null, "", false))]),
        ],
        withLines ? key.Lines : []);

    private static ColourKey KeyOf(string name, IEnumerable<double?> values, Func<double, SKColor> colour)
    {
        double[] known = [.. values.OfType<double>()];
        var (low, high) = known.Length == 0 ? (0, 1) : (known.Min(), known.Max());
        (low, high) = low >= 0 && high <= 1 && high - low > 0.3 ? (0, 1) : high > low ? (low, high) : (low - 0.5, high + 0.5);
        return new(name, low, high, colour, [.. new ValueScale(low, high, 0, 1).Ticks(5).Select(t => t.Value).Where(v => v > low && v < high)]);
    }

    private static double? Width(ConditionEstimate estimate) => estimate.Value is { Lower: { } low, Upper: { } high } ? high - low : null;

    private static SKColor Grey(double share) => (byte)(250 - (200 * Math.Clamp(share, 0, 1))) is var g ? new(g, g, g) : default;

    private static string Extremes(string arm, Estimates estimates, string x, string y)
    {
        var known = estimates.All.Where(e => e.Arm == arm && e.Value is not null).OrderBy(e => e.Value!.Value).ToArray();
        string At(ConditionEstimate e) => Invariant($"{e.Value!.Value:G3} at {x} = {e.Levels[0]}, {y} = {e.Levels[1]}");
        return known.Length == 0 ? $"{arm}: not known." : $"{arm}: from {At(known[0])} to {At(known[^1])}.";
    }
}
