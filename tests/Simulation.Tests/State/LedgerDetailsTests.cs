using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>What the ledger adds up from tick to tick, in states that are set by hand; at the founding the director, in seat 0, holds all.</summary>
public sealed class LedgerDetailsTests
{
    private static PolicyStage Of(int seats) => new(new LaissezFaire(), seats, new CompleteNetwork());

    private static RunLedger Observed(PolicyStage stage, int tick, params double[] authority)
    {
        stage.Tick = tick;
        stage.WithAuthority(authority).Run.Ledger.Observe(stage.Run);
        return stage.Run.Ledger;
    }

    /// <summary>Two equal holders count 2, one counts 1; what the leaver of tick 3 held is vacant from then on.</summary>
    [Fact]
    public void Effective_holders_and_ticks_with_a_vacancy_are_added_up()
    {
        var stage = Of(3);
        Assert.Equal((0, 0), (stage.Run.Ledger.VacancyTicks, stage.Run.Ledger.SumEffectiveHolders));
        Observed(stage, 1, 0.5, 0.5, 0);
        Assert.Equal((0, 2), (stage.Run.Ledger.VacancyTicks, stage.Run.Ledger.SumEffectiveHolders));
        Observed(stage, 2, 1, 0, 0);
        stage.WithAuthority(0, 0.5, 0.5).Leave(2);
        Observed(stage, 3, 0, 0.5, 0);
        Observed(stage, 4, 0, 0.5, 0);
        Assert.Equal((2, 5), (stage.Run.Ledger.VacancyTicks, stage.Run.Ledger.SumEffectiveHolders));
    }

    [Theory]
    [InlineData(0.51, 0)]
    [InlineData(0.5, 7)]
    [InlineData(0.49, 7)]
    public void The_half_life_is_the_first_tick_at_which_the_founding_core_holds_half_or_less(double held, int tick)
    {
        var ledger = Observed(Of(2), 7, held, 1 - held);
        Assert.Equal(tick, ledger.HalfLifeTick);
    }

    [Fact]
    public void Who_has_left_the_core_holds_nothing_of_its_share_and_its_successor_neither()
    {
        var stage = Of(2);
        stage.Leave(0);
        stage.Recruit(0);
        Assert.Equal(4, Observed(stage, 4, 1, 0).HalfLifeTick);
        Assert.Equal(4, Observed(stage, 5, 0, 1).HalfLifeTick);
    }

    [Fact]
    public void Whoever_led_stays_the_leader_among_equals()
    {
        var stage = Of(3);
        Assert.Equal(1, Observed(stage, 1, 0.2, 0.8, 0).LeaderChanges);
        Assert.Equal(1, Observed(stage, 2, 0.5, 0.5, 0).LeaderChanges);
        Assert.Equal(2, Observed(stage, 3, 0.6, 0.4, 0).LeaderChanges);
        Assert.Equal(2, Observed(stage, 4, 0.5, 0.5, 0).LeaderChanges);
    }

    [Fact]
    public void A_tick_without_a_holder_is_no_change_of_leaders()
    {
        var stage = Of(2);
        Observed(stage, 1, 0, 1);
        Observed(stage, 2, 0, 0);
        Assert.Equal(1, Observed(stage, 3, 0, 1).LeaderChanges);
    }

    [Fact]
    public void The_next_agent_of_the_leaders_seat_is_another_leader()
    {
        var stage = Of(2);
        Observed(stage, 1, 0, 1);
        stage.Leave(1);
        stage.Recruit(1);
        Assert.Equal(2, Observed(stage, 2, 0, 1).LeaderChanges);
    }

    [Fact]
    public void Whoever_leaves_has_done_no_work_and_can_wear_out_no_more()
    {
        var stage = Of(2);
        stage.Run.Ledger.Work.Carry(0, 1);
        stage.Leave(0);
        Assert.Equal((0, 0, double.PositiveInfinity), (stage.Run.Ledger.Work.Responsibility[0], stage.Organization.Hazard[0], stage.Organization.Fate[0]));
    }

    [Theory]
    [InlineData(4, 1.0)]
    [InlineData(5, 0.0)]
    [InlineData(6, 0.0)]
    public void The_need_is_none_from_the_tick_of_its_end_on(int tick, double expected)
    {
        var run = new RunState();
        TickSchedule.Found(run, new Scenario { Need = new() { EndTick = 5 } }, new RunSeed(1, 0), new(null));
        run.Tick = tick;
        Assert.Equal(expected, new TickView(run).NeedLevel);
    }

    [Fact]
    public void A_view_shows_one_entry_a_seat()
    {
        var stage = new PolicyStage(new LaissezFaire(), 3, new CompleteNetwork(), sites: 2);
        stage.Tick = 6;
        stage.Leave(2);
        stage.Recruit(2);
        stage.Organization.LearnsSlowly[0] = true;
        var view = stage.View;
        Assert.Equal([0, 1, 0], view.Site.ToArray());
        Assert.Equal([0, 0, 6], view.HireTick.ToArray());
        Assert.Equal([true, false, false], view.LearnsSlowly.ToArray());
    }
}
