using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

/// <summary>Programs that a stop rule of the experiment ended: a competing end, after which the need goes unmet.</summary>
public sealed class StoppedProgramTests
{
    private const int Horizon = 10;
    private static readonly ProgramRun[] Runs =
    [
        new(0, 4, false, 2, null, Horizon) { StopCause = "dissolved" },
        new(1, 6, true, null, null, Horizon),
        new(2, 8, false, null, null, Horizon) { StopCause = "merged" },
        new(3, Horizon, false, 5, null, Horizon),
    ];

    [Fact]
    public void Each_cause_is_a_competing_end()
    {
        // Nobody is censored before the horizon: incidences are shares of the four runs.
        var ends = EndIncidence.Of(new RunGroup(new Arm("policy", "equal"), [], Runs));
        Assert.Equal(
            [(EndOfProgram.FailedUnderFounders, null, 0.25), (EndOfProgram.Stopped, "dissolved", 0.25), (EndOfProgram.Stopped, "merged", 0.25)],
            ends.Select(e => (e.End, e.StopCause, e.Incidence.Rows[^1].Incidence)));
    }

    [Fact]
    public void It_is_a_state_and_the_four_quantities_add_up_to_the_horizon()
    {
        Assert.Equal([ProgramState.Outliving, ProgramState.Stopped], new[] { 3, 4 }.Select(tick => ProgramCourse.StateAt(Runs[0], tick)));
        Assert.Equal((1, 3, 6, 0),
            (ProgramCourse.LedTicks(Runs[0]), ProgramCourse.OutlivedTicks(Runs[0]), ProgramCourse.UnmetTicks(Runs[0]), ProgramCourse.NotNeededTicks(Runs[0])));
        var occupation = StateOccupation.Of(Runs, Horizon);
        Assert.Equal(0.5, occupation[ProgramState.Stopped][^1]);
        Assert.Equal(0, occupation[ProgramState.NeedEnded][^1]);
    }

    [Fact]
    public void Residual_life_ends_with_it()
    {
        var life = TimeOrigin.ResidualLife(Runs[0])!.Value;
        Assert.Equal((3, true), (life.Time, life.Event));
    }
}
