using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 9, sentence by sentence: strain, power and trust.</summary>
public sealed class RelaxationTests
{
    /// <summary>ω = .3: .7·.5 + .3·.4 = .47 where there is too much to do, .7·.5 = .35 where there is not; overload is spent.</summary>
    [Fact]
    public void Strain_follows_overload_at_its_rate()
    {
        var stage = new Stage(Stage.Of(2) with { Relaxation = new() { StrainRate = 0.3 } }).WithStrain(0.5, 0.5);
        stage.Run.Overload[0] = 0.4;
        stage.Step<Relaxation>();
        Assert.Equal(0.47, stage.Agents.Strain[0], 1e-12);
        Assert.Equal(0.35, stage.Agents.Strain[1], 1e-12);
        Assert.Equal(0, stage.Run.Overload[0]);
    }

    /// <summary>h0·exp(β s) with the new strain, .1·exp(2·.35).</summary>
    [Fact]
    public void Who_is_strained_leaves_sooner()
    {
        var turnover = new Turnover { HazardPerTick = 0.1, StrainEffect = 2 };
        var stage = new Stage(Stage.Of(1) with { Relaxation = new() { StrainRate = 0.3 }, Turnover = turnover }).WithStrain(0.5);
        stage.Step<Relaxation>();
        Assert.Equal(0.1 * Math.Exp(0.7), stage.Agents.Hazard[0], 1e-12);
    }

    /// <summary>Memory 4 ticks: ¾ x + ¼ of the share of the decisions made, 3 and 1 of 4.</summary>
    [Fact]
    public void Power_is_the_exponential_average_of_the_share_of_decisions_made()
    {
        var stage = new Stage(Stage.Of(3) with { Relaxation = new() { PowerMemoryTicks = 4 } });
        (stage.Agents.Power[0], stage.Agents.Power[2]) = (0.2, 0.8);
        stage.Run.Tally.Resolve(0, true);
        stage.Run.Tally.Resolve(0, false);
        stage.Run.Tally.Resolve(0, true);
        stage.Run.Tally.Resolve(1, true);
        stage.Step<Relaxation>();
        Assert.Equal(0.15 + (0.25 * 0.75), stage.Agents.Power[0], 1e-12);
        Assert.Equal(0.25 * 0.25, stage.Agents.Power[1], 1e-12);
        Assert.Equal(0.6, stage.Agents.Power[2], 1e-12);
    }

    [Fact]
    public void Power_stays_where_no_decision_is_made()
    {
        var stage = new Stage(Stage.Of(2));
        (stage.Agents.Power[0], stage.Agents.Power[1]) = (0.2, 0.8);
        stage.Step<Relaxation>();
        Assert.Equal((0.2, 0.8), (stage.Agents.Power[0], stage.Agents.Power[1]));
    }

    /// <summary>From .8 and .1 towards half the baseline, .15, a twentieth of the way a tick: .15 + .65·.95^t and .15 − .05·.95^t.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public void Trust_drifts_to_half_the_baseline(int ticks)
    {
        var stage = new Stage(Stage.Of(2) with { Trust = new() { DriftPerTick = 0.05 } }).WithTrust(0, 1, 0.8).WithTrust(1, 0, 0.1);
        for (var tick = 0; tick < ticks; tick++)
        {
            stage.Step<Relaxation>();
        }

        Assert.Equal(0.15 + (0.65 * Math.Pow(0.95, ticks)), stage.Trust(0, 1), 1e-12);
        Assert.Equal(0.15 - (0.05 * Math.Pow(0.95, ticks)), stage.Trust(1, 0), 1e-12);
    }

    /// <summary>The core of one agent left; the next is taken on power, of which seat 2 has most.</summary>
    [Fact]
    public void A_new_core_is_taken_on_power()
    {
        var stage = new Stage(Stage.Of(3));
        stage.Agents.Power[2] = 1;
        Departure.Leave(stage.Run, 0);
        stage.Step<Relaxation>();
        Assert.Equal([2], stage.Run.Core.Members.Items.ToArray());
    }

    /// <summary>ω = .3: from nothing to .3·.4, and to .3 where the load is without bound; from full strain to .7.</summary>
    [Theory]
    [InlineData(0, 0.4, 0.12)]
    [InlineData(0, 1, 0.3)]
    [InlineData(1, 0, 0.7)]
    [InlineData(1e-30, 0, 0)]
    public void Strain_begins_with_overload_and_ends_without(double strain, double overload, double expected)
    {
        var stage = new Stage(Stage.Of(1) with { Relaxation = new() { StrainRate = 0.3 } }).WithStrain(strain);
        stage.Run.Overload[0] = overload;
        Assert.Equal(expected, stage.Step<Relaxation>().Agents.Strain[0], 1e-12);
        Assert.True(expected > 0 || stage.Agents.Strain[0] == 0);
    }

    /// <summary>Memory 4: of the tick's two successes seat 0 has one, ½/4.</summary>
    [Fact]
    public void Shares_of_successes_are_recorded()
    {
        var stage = new Stage(Stage.Of(2) with { Relaxation = new() { PowerMemoryTicks = 4 } });
        stage.Run.Tally.Resolve(0, true);
        stage.Run.Tally.Resolve(1, true);
        stage.Run.Tally.Resolve(0, false);
        Assert.Equal(0.125, stage.Step<Relaxation>().Run.Ledger.Work.Successes[0], 1e-12);
    }
}
