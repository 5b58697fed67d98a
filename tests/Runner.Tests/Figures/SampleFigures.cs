using LeadershipSim.Analysis.Survival;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Tests.Figures;

/// <summary>Figures of made-up groups: group g has geometric lifetimes with a hazard of its own, censored between ticks 300 and 520.</summary>
internal static class SampleFigures
{
    private const int Horizon = 520;

    private static readonly string[] Names =
    [
        "equal", "hoarding", "hierarchy", "distributed", "succession", "laissezFaire",
        "delegating", "rotating", "claimGrant", "elected", "council", "selfAppraisal", "adaptive",
    ];

    public static SurvivalFigure Survival(int groups, int panels, int columns) => new()
    {
        Name = $"survival-{groups}-{panels}",
        Caption = "Made-up groups.",
        AltText = "Survival curves of made-up groups.",
        Panels = [.. Enumerable.Range(0, panels).Select(p => new SurvivalPanel(panels == 1 ? "" : $"channels.remote = 0.{p + 3}", Curves(groups, p)))],
        Heads = columns > 1
            ? new StripHeads("Reliability of channels", [.. Enumerable.Range(3, columns).Select(p => $"0.{p}")], "Load",
                [.. Enumerable.Range(1, panels / columns).Select(p => $"0.{p}")]) : null,
        Groups = [.. Enumerable.Range(0, groups).Select(g => (Names[g], ArmLooks.Table[Names[g]]))],
        TimeLabel = panels == 1 ? "Ticks since the founding leadership left (weeks)" : "Ticks since leadership exit",
        ShareLabel = panels == 1 ? "Share of programs alive" : "Share alive",
        HorizonTicks = Horizon,
    };

    public static StateOccupationFigure Occupation(int rows, int columns, bool wrapped) => new()
    {
        Name = $"state-occupation-{rows}-{columns}",
        Caption = "Made-up groups.",
        AltText = "Shares of made-up programs in three states.",
        Heads = wrapped ? null : new StripHeads("Load", [.. Enumerable.Range(0, columns).Select(c => $"0.{c}")], "", Names[..rows]),
        Panels = [.. Enumerable.Range(0, wrapped ? rows : rows * columns).Select(i => Panel(i, wrapped ? 1 : columns))],
        States = ["led by founders", "outlived its founders", "ended"],
        HorizonTicks = Horizon,
    };

    private static OccupationPanel Panel(int index, int columns)
    {
        var exit = 0.002 + 0.001 * (index % columns);
        var end = 0.0005 * (1 + index / columns);
        var shares = Enumerable.Range(0, Horizon + 1).Select(t => Shares(Math.Exp(-(exit + end) * t), Math.Exp(-end * t)));
        return new(Names[index / columns], columns == 1 ? "" : $"load = 0.{index % columns}", 200, [.. shares], []);
    }

    private static double[] Shares(double founderLed, double alive) => [founderLed, alive - founderLed, 1 - alive];

    private static SurvivalCurve[] Curves(int groups, int panel) =>
        [.. Enumerable.Range(0, groups)
            .Select(g => new SurvivalCurve(Names[g], ArmLooks.Table[Names[g]], Rows(0.0003 * (1 + (g * 7 + panel * 3) % 13), (uint)(g * 31 + panel + 1))))];

    private static IReadOnlyList<KaplanMeierRow> Rows(double hazard, uint state) =>
        KaplanMeier.Of([.. Enumerable.Range(0, 200).Select(_ => Life(hazard, ref state))]).Rows;

    private static Lifetime Life(double hazard, ref uint state)
    {
        var life = Math.Ceiling(-Math.Log(1 - Next(ref state)) / hazard);
        var censoring = Math.Floor(300 + 220 * Next(ref state));
        return life <= censoring ? new(life, true) : new(censoring, false);
    }

    // Numerical Recipes' 32-bit congruential generator: enough for a picture.
    private static double Next(ref uint state) => (state = (state * 1664525) + 1013904223) / 4294967296.0;
}
