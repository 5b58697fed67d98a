using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Simulation;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class TellingRunsTests
{
    [Fact]
    public void The_typical_run_has_the_usual_fate_and_the_surprising_one_the_rarest_at_its_point()
    {
        // At the first point one of five fails, at the second four of five: most runs of the arm fail (5 of 10).
        var points = new[] { Point(0, [50, 0, 0, 0, 0]), Point(1, [40, 60, 70, 80, 0]) };

        var (typical, surprising) = TellingRuns.Of("equal", points)!.Value;

        // Of those that fail, at 40, 50, 60, 70 and 80, the middle one.
        Assert.Equal(60, typical.Run.EndTick);
        Assert.True(typical.Run.Failed);

        // Fates of one in five: the failure of the first point, 50 of 100 ticks from its median, and the survivor of the second, 30 from its median of 70.
        Assert.Equal(0, surprising.Point.Index);
        Assert.True(surprising.Run.Failed);
    }

    [Fact]
    public void Without_runs_there_is_nothing_to_show() => Assert.Null(TellingRuns.Of("equal", [Point(0, [])]));

    // 0: alive at the horizon of 100 ticks.
    private static PointRuns Point(int index, int[] failures) => new(
        new DesignPoint(index, "", [], new Scenario()),
        [.. failures.Select((tick, r) => new ProgramRun(r, tick == 0 ? 100 : tick, tick > 0, null, null, 100))]);
}
