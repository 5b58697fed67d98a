using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 11: rules of a scenario's own that end a program, beside its viability.</summary>
public sealed class StopRuleTests
{
    private static readonly StateCondition Low = new("vitality", (in view) => view.Vitality < 0.5);
    private static readonly StateCondition Lower = new("vitality", (in view) => view.Vitality < 0.2);

    private static RunState Run => new Stage(Stage.Of(1)).Run;

    private static string? After(Observation observation, RunState run, params double[] vitality)
    {
        foreach (var level in vitality)
        {
            run.Program.Perform(level, 1);
            observation.Step(run);
        }

        return run.Program.StopCause;
    }

    [Theory]
    [InlineData(new[] { 0.4, 0.4 }, null)]
    [InlineData(new[] { 0.4, 0.4, 0.6, 0.4, 0.4 }, null)]
    [InlineData(new[] { 0.4, 0.4, 0.4 }, "low")]
    [InlineData(new[] { 0.4, 0.6, 0.4, 0.4, 0.4 }, "low")]
    [InlineData(new[] { 0.1 }, "lower")]
    public void A_program_stops_when_a_condition_has_held_for_so_many_ticks_in_a_row(double[] vitality, string? cause)
    {
        var (run, rules) = (Run, new StopRule[] { new() { When = Low, ForTicks = 3, Cause = "low" }, new() { When = Lower, Cause = "lower" } });
        Assert.Equal(cause, After(new Observation(null, rules), run, vitality));
        Assert.Equal(cause is null ? null : EndCause.Stopped, run.Program.Ended);
    }

    [Fact]
    public void A_program_that_has_ended_keeps_its_cause()
    {
        var run = Run;
        run.Program.End(EndCause.Failure);
        Assert.Null(After(new Observation(null, [new() { When = Low, Cause = "low" }]), run, 0.1));
        Assert.Equal(EndCause.Failure, run.Program.Ended);
    }

    [Fact]
    public void A_stopped_program_keeps_its_first_cause()
    {
        var run = Run;
        run.Program.Stop("first");
        run.Program.Stop("second");
        Assert.Equal(("first", false), (run.Program.StopCause, run.Program.IsAlive));
        run.Program.Reset(0.8);
        Assert.Equal((null, true), (run.Program.StopCause, run.Program.IsAlive));
    }
}
