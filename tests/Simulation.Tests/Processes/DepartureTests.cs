using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 1, sentence by sentence: who leaves, when, and what stays behind.</summary>
public sealed class DepartureTests
{
    /// <summary>Λ grows by h0·exp(β s)·ρ_L: .1·e^{2·.5}·3 = .8155 for the core, .1·e for others. Who has .5 left leaves if of the core.</summary>
    [Fact]
    public void Hazard_accumulates_by_strain_and_by_being_of_the_core()
    {
        var stage = new Stage(Stage.Of(2) with { Turnover = new() { HazardPerTick = 0.1, StrainEffect = 2, CoreHazardRatio = 3 } }).WithStrain(0.5, 0.5);
        stage.Step<Relaxation>();
        var perTick = 0.1 * Math.Exp(2 * stage.Agents.Strain[1]);
        (stage.Agents.Fate[0], stage.Agents.Fate[1]) = (10, 10);
        stage.Step<Departures>();
        Assert.Equal(10 - (3 * perTick), stage.Agents.Fate[0], 1e-12);
        Assert.Equal(10 - perTick, stage.Agents.Fate[1], 1e-12);
    }

    [Theory]
    [InlineData(0.0999, false)]
    [InlineData(0.1001, true)]
    public void An_agent_leaves_when_its_accumulated_hazard_passes_its_fate(double fate, bool stays)
    {
        var stage = new Stage(Stage.Of(1) with { Turnover = new() { HazardPerTick = 0.1 } });
        stage.Agents.Fate[0] = fate;
        stage.Step<Departures>();
        Assert.Equal(stays, stage.Agents.IsOccupied(0));
    }

    /// <summary>A fate is unit exponential: its distribution is 1 − e^{−x}.</summary>
    [Fact]
    public void Fates_are_unit_exponential()
    {
        double[] fates = [.. Enumerable.Range(0, 4000).Select(seed => new Stage(Stage.Of(1), (ulong)seed).Agents.Fate[0])];
        GoodnessOfFit.AssertDistribution(x => 1 - Math.Exp(-x), fates);
    }

    /// <summary>Authority .6 becomes vacant at the seat, 2 open decisions fail, trust from and to it returns to .15, and nothing of the agent stays.</summary>
    [Fact]
    public void A_leavers_authority_is_vacant_its_queue_lost_and_its_ties_forgotten()
    {
        var stage = new Stage(Stage.Of(3)).WithAuthority(0.6, 0.4, 0).WithStrain(0.5, 0.5, 0.5).WithQueue(0, 2).WithQueue(1, 1)
            .WithTrust(0, 1, 0.9).WithTrust(1, 0, 0.8).WithTrust(1, 2, 0.7);
        stage.Agents.Power[0] = 0.5;
        stage.Agents.Fate[0] = -1;
        stage.Step<Departures>();
        var agents = stage.Agents;
        Assert.Equal((false, true, 2), (agents.IsOccupied(0), agents.IsOccupied(1), agents.OccupiedSeats));
        Assert.Equal((0, 0.6, 0.6, 1), (agents.Authority[0], agents.Vacant[0], agents.VacantAuthority, agents.VacantSince[0]));
        Assert.Equal((0, 0, 0), (agents.Power[0], agents.Strain[0], agents.Experience[0]));
        Assert.Equal((0, 1, 2), (stage.Run.Queues.Open(0), stage.Run.Queues.Open(1), stage.Run.Tally.Failed));
        Assert.Equal(0.15, stage.Trust(0, 1), 1e-12);
        Assert.Equal(0.15, stage.Trust(1, 0), 1e-12);
        Assert.Equal(0.7, stage.Trust(1, 2), 1e-12);
    }

    [Theory]
    [InlineData(ShockTarget.TopHolders, 0, new[] { 1, 2 })]
    [InlineData(ShockTarget.Seat, 3, new[] { 3 })]
    [InlineData(ShockTarget.Director, 0, new[] { 0 })]
    [InlineData(ShockTarget.FoundingCore, 0, new[] { 0 })]
    public void A_shock_removes_whom_it_names(ShockTarget target, int seat, int[] leavers)
    {
        // At founding the director holds all, so seat 0 is the founding core; then authority moves.
        var shock = new Shock { Tick = 1, Remove = target, Count = 2, Seat = seat };
        var stage = new Stage(Stage.Of(4) with { Shocks = [shock] }).WithAuthority(0.1, 0.5, 0.3, 0.1);
        stage.Step<Departures>();
        Assert.Equal(leavers, Enumerable.Range(0, 4).Where(k => !stage.Agents.IsOccupied(k)));
    }

    [Fact]
    public void A_shock_waits_for_its_tick()
    {
        var stage = new Stage(Stage.Of(2) with { Shocks = [new() { Tick = 2 }] });
        Assert.Equal(2, stage.Step<Departures>().Agents.OccupiedSeats);
        stage.Run.Tick = 2;
        Assert.Equal(1, stage.Step<Departures>().Agents.OccupiedSeats);
    }

    [Fact]
    public void An_agent_whose_accumulated_hazard_only_meets_its_fate_stays()
    {
        var stage = new Stage(Stage.Of(1) with { Turnover = new() { HazardPerTick = 0.5 } });
        stage.Agents.Fate[0] = 0.5;
        Assert.True(stage.Step<Departures>().Agents.IsOccupied(0));
    }

    [Fact]
    public void A_core_without_any_hazard_stays()
    {
        var stage = new Stage(Stage.Of(2) with { Turnover = new() { HazardPerTick = 0.1, CoreHazardRatio = 0 } });
        (stage.Agents.Fate[0], stage.Agents.Fate[1]) = (1, 1);
        stage.Step<Departures>();
        Assert.Equal((1, 0.9), (stage.Agents.Fate[0], stage.Agents.Fate[1]));
    }

    /// <summary>h0 = .2, β = 1: exp(.5)·.2 for the strained, .2 for the other, nothing on the empty seat.</summary>
    [Fact]
    public void When_turnover_changes_hazards_follow_for_all_who_are_there()
    {
        var stage = new Stage(Stage.Of(3)).WithStrain(0.5, 0, 0);
        Departure.Leave(stage.Run, 2);
        new Departures(new Turnover { HazardPerTick = 0.2, StrainEffect = 1 }, []).TakeEffect(stage.Run);
        Assert.Equal([0.2 * Math.Exp(0.5), 0.2, 0], stage.Agents.Hazard[..3]);
    }

    /// <summary>The core of one leaves; the next is taken in the same tick, on the power of seat 1.</summary>
    [Fact]
    public void A_core_that_has_left_is_followed_at_once()
    {
        var stage = new Stage(Stage.Of(3));
        stage.Agents.Power[1] = 0.5;
        stage.Agents.Fate[0] = -1;
        stage.Step<Departures>();
        Assert.Equal([1], stage.Run.Core.Members.Items.ToArray());
        Assert.Equal([1], stage.Run.Core.ExitTicks);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_shock_at_a_seat_that_is_empty_or_not_there_removes_nobody(int seat)
    {
        var stage = new Stage(Stage.Of(2) with { Shocks = [new() { Tick = 1, Remove = ShockTarget.Seat, Seat = seat }] });
        Departure.Leave(stage.Run, 1);
        stage.Step<Departures>();
        Assert.Equal((1, 1, 0, 1), (stage.Agents.OccupiedSeats, stage.Agents.Departures, stage.Run.Ledger.ShockDepartures, stage.Run.Ledger.IdleShocks));
    }
}
