using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>The exits of founders and the ticks at which they hold less than half, in runs in which shocks alone remove people.</summary>
public sealed class FoundersCourseTests
{
    private static readonly Scenario Still = new()
    {
        HorizonTicks = 60,
        Organization = new() { Seats = 20, Sites = 4 },
        Turnover = new() { HazardPerTick = 0 },
        Viability = new() { Rule = ViabilityRule.None },
        Policy = new LaissezFaire { LeakRate = 0 },
    };

    // Five founders: the director and four coordinators, seats 0 to 4.
    [Fact]
    public void Exits_of_the_director_the_majority_and_the_last_are_told_apart()
    {
        var outcome = Run(Still with { Shocks = [Seat(10, 3), Seat(20, 0), Seat(30, 1), Seat(40, 2), Seat(50, 4)] });
        Assert.Equal(new EventTime(20, true), outcome.DirectorExit);
        Assert.Equal(new EventTime(30, true), outcome.FounderMajorityExit);
        Assert.Equal(new EventTime(50, true), outcome.LastFounderExit);
    }

    [Fact]
    public void What_has_not_happened_is_censored_at_the_end()
    {
        var outcome = Run(Still);
        var censored = new EventTime(60, false);
        Assert.All([outcome.DirectorExit, outcome.FounderMajorityExit, outcome.LastFounderExit], exit => Assert.Equal(censored, exit));
        Assert.Equal((censored, censored), (outcome.FoundersBelowHalfOfAuthority, outcome.FoundersBelowHalfOfPower));
    }

    // The successor of a founder is no founder, and does not count when it leaves.
    [Fact]
    public void A_seat_that_is_filled_again_counts_once()
    {
        var outcome = Run(Still with { Recruitment = new() { FillProbability = 1 }, Shocks = [Seat(10, 0), Seat(20, 0), Seat(30, 0)] });
        Assert.Equal((10, false), (outcome.DirectorExit.Tick, outcome.FounderMajorityExit.Occurred));
    }

    // .98^34 = .503, .98^35 = .493 of all authority is left.
    [Fact]
    public void Founders_hold_less_than_half_of_authority_when_the_exponential_says()
    {
        var outcome = Run(Still with { Policy = new LaissezFaire { LeakRate = 0.02 } });
        Assert.Equal(new EventTime(35, true), outcome.FoundersBelowHalfOfAuthority);
        Assert.False(outcome.FoundersBelowHalfOfPower.Occurred);
    }

    // Under equal authority the five founders hold 5/20 from the founding on, and as much of the power once there is some.
    [Fact]
    public void Under_equal_authority_founders_hold_less_than_half_from_the_founding_on()
    {
        var outcome = Run(Still with { Policy = new Equal(), Demand = new() { DecisionsPerSeat = 5 } });
        Assert.Equal(new EventTime(0, true), outcome.FoundersBelowHalfOfAuthority);
        Assert.Equal(new EventTime(1, true), outcome.FoundersBelowHalfOfPower);
    }

    private static ProgramOutcome Run(Scenario scenario) => new TickEngine().Run(scenario, new RunSeed(1, 0));

    private static Shock Seat(int tick, int seat) => new() { Tick = tick, Remove = ShockTarget.Seat, Seat = seat };

    /// <summary>Of four founders two are not fewer than half; one is.</summary>
    [Fact]
    public void The_majority_has_left_when_fewer_than_half_are_left()
    {
        var course = new FoundersCourse();
        course.Reset(5);
        foreach (var seat in new[] { 0, 1, 2, 4 })
        {
            course.Join(seat);
        }

        course.Leave(3, 2, isDirector: false);
        course.Leave(1, 3, isDirector: false);
        course.Leave(0, 4, isDirector: true);
        Assert.Equal((4, 0, 0), (course.DirectorExitTick, course.MajorityExitTick, course.LastExitTick));
        course.Leave(4, 5, isDirector: false);
        course.Leave(2, 6, isDirector: false);
        Assert.Equal((4, 5, 6), (course.DirectorExitTick, course.MajorityExitTick, course.LastExitTick));
        course.Reset(5);
        Assert.Equal((0, 0, 0), (course.DirectorExitTick, course.MajorityExitTick, course.LastExitTick));
        Assert.Equal((-1, -1), (course.AuthorityHalfTick, course.PowerHalfTick));
    }
}
