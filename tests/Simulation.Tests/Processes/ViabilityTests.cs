using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 10, sentence by sentence: vitality, the rules that end a program, the end of the need and of the horizon.</summary>
public sealed class ViabilityTests
{
    /// <summary>π = 1 of (2 resolved + 2 failed) = .25; α = .2: .8·.8 + .2·.25 = .69.</summary>
    [Fact]
    public void Vitality_follows_the_share_of_all_decisions_that_succeeded()
    {
        var stage = new Stage(Stage.Of(1) with { Viability = new() { Rule = ViabilityRule.None, VitalityRate = 0.2 } });
        stage.Run.Tally.Resolve(0, true);
        stage.Run.Tally.Resolve(0, false);
        stage.Run.Tally.Fail(2);
        Assert.Equal(0.69, stage.Step<Viability>().Run.Program.Vitality, 1e-12);
        Assert.Equal((2, 1, 2), (stage.Run.Tally.TotalResolved, stage.Run.Tally.TotalSucceeded, stage.Run.Tally.TotalFailed));
        Assert.Equal((0, 0, 0), (stage.Run.Tally.Resolved, stage.Run.Tally.Succeeded, stage.Run.Tally.Failed));
    }

    [Fact]
    public void Vitality_stays_where_nothing_is_decided() =>
        Assert.Equal(0.8, new Stage(Stage.Of(1)).Step<Viability>().Run.Program.Vitality);

    /// <summary>The program ends when H &lt; ψ, not when H = ψ, and after G = 3 ticks in a row.</summary>
    [Theory]
    [InlineData(0.5, 9, null)]
    [InlineData(0.499, 2, null)]
    [InlineData(0.499, 3, EndCause.Failure)]
    public void By_performance_it_ends_below_the_threshold_after_the_grace(double vitality, int ticks, EndCause? expected)
    {
        var stage = new Stage(Stage.Of(1) with { Viability = new() { Threshold = 0.5, GraceTicks = 3 }, Founding = new() { Vitality = vitality } });
        Assert.Equal(expected, After(stage, ticks));
    }

    /// <summary>Two agents hold θ = .3 or more: enough for k = 2, too few for k = 3; the one who holds exactly θ counts.</summary>
    [Theory]
    [InlineData(2, null)]
    [InlineData(3, EndCause.Failure)]
    public void By_leaders_it_ends_where_too_few_hold_enough(int least, EndCause? expected)
    {
        var viability = new Viability { Rule = ViabilityRule.Leaders, MinLeaders = least, LeaderShare = 0.3, GraceTicks = 1 };
        Assert.Equal(expected, After(new Stage(Stage.Of(3) with { Viability = viability }).WithAuthority(0.5, 0.3, 0.2), 1));
    }

    [Fact]
    public void Without_a_rule_nothing_ends_it_before_the_horizon()
    {
        var stage = new Stage(Stage.Of(1) with { Viability = new() { Rule = ViabilityRule.None }, Founding = new() { Vitality = 0 }, HorizonTicks = 5 });
        Assert.Null(After(stage, 4));
        Assert.Equal(EndCause.Horizon, After(stage, 1));
    }

    /// <summary>δ = 1: the need ends at tick 1.</summary>
    [Fact]
    public void The_end_of_the_need_is_a_cause_of_its_own() =>
        Assert.Equal(EndCause.NeedEnded, After(new Stage(Stage.Of(1) with { Need = new() { EndProbability = 1 } }), 1));

    [Fact]
    public void A_program_that_fails_in_the_tick_in_which_its_need_ends_has_failed()
    {
        var viability = new Viability { GraceTicks = 1 };
        var stage = new Stage(Stage.Of(1) with { Viability = viability, Founding = new() { Vitality = 0 }, Need = new() { EndProbability = 1 } });
        Assert.Equal(EndCause.Failure, After(stage, 1));
    }

    private static EndCause? After(Stage stage, int ticks)
    {
        for (; ticks > 0; ticks--)
        {
            stage.Step<Viability>();
            stage.Run.Tick++;
        }

        return stage.Run.Program.Ended;
    }
}
