using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class ProportionalHazardsTests
{
    private const int Horizon = 500;

    // Geometric lives of hazards .1 and .02, the quantiles of which stand in for chance.
    [Fact]
    public void Constant_hazards_are_not_doubted() => Assert.Null(Doubt(Group("a", Geometric(0.1)), Group("b", Geometric(0.02))));

    // All of one group fail about tick 10; the hazard of the other is high before and after it.
    [Fact]
    public void Hazards_that_cross_are_doubted()
    {
        var doubt = Doubt(Group("a", [.. Enumerable.Range(0, 60).Select(i => 8 + (i % 5))]),
            Group("b", [.. Enumerable.Range(0, 60).Select(i => i < 20 ? 1 + (i % 4) : 30 + i)]));
        Assert.Equal(CautionKind.NonProportionalHazards, doubt?.Kind);
        Assert.Contains("hazards of a, b changes with time", doubt!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_with_few_events_are_left_out() => Assert.Null(Doubt(Group("a", [8, 9, 10]), Group("b", Geometric(0.02))));

    private static Caution? Doubt(params OutlivingSummary[] groups) => ProportionalHazards.Doubt(groups, "policy");

    private static int[] Geometric(double hazard) =>
        [.. Enumerable.Range(0, 100).Select(i => 1 + (int)(Math.Log(1 - ((i + 0.5) / 100)) / Math.Log(1 - hazard)))];

    private static OutlivingSummary Group(string policy, int[] lives) => OutlivingSummary.Of(
        new(new("policy", policy), [], [.. lives.Select((life, i) =>
            new ProgramRun(i, Math.Min(Horizon, 5 + life - 1), Failed: 5 + life - 1 < Horizon, ExitTick: 5, NeedEndTick: null, Horizon))]), 10, 30);
}
