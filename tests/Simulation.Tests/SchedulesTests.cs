using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests;

/// <summary>Shocks, need, hiring and channels that follow a schedule.</summary>
public sealed class SchedulesTests
{
    private static readonly Scenario Lasting = new()
    {
        HorizonTicks = 60,
        Organization = new() { Seats = 12, Sites = 3 },
        Turnover = new() { HazardPerTick = 0 },
        Viability = new() { Rule = ViabilityRule.None },
        Policy = new LaissezFaire { LeakRate = 0 },
    };

    [Fact]
    public void The_founding_core_leaves_at_the_tick_of_its_shock_and_nobody_else()
    {
        var outcome = Run(Lasting with { Founding = new() { DirectorShare = 0.4 }, Shocks = [new() { Tick = 20, Remove = ShockTarget.FoundingCore }] });
        Assert.Equal(new EventTime(20, true), outcome.FoundingExit);
        Assert.Equal((2, 2), (outcome.FoundingCoreSize, outcome.Departures));
    }

    [Fact]
    public void The_top_holders_leave_by_what_they_hold()
    {
        var outcome = Run(
            Lasting with { Founding = new() { DirectorShare = 0.4 }, Shocks = [new() { Tick = 20, Remove = ShockTarget.TopHolders, Count = 3 }] });
        Assert.Equal(3, outcome.Departures);
        Assert.Equal(0.4 + (2 * 0.2), outcome.VacantAuthority, 1e-12);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(7, 0.0)]
    public void A_named_seat_is_vacated(int seat, double vacant)
    {
        var outcome = Run(Lasting with { Shocks = [new() { Tick = 20, Remove = ShockTarget.Seat, Seat = seat }] });
        Assert.Equal(1, outcome.Departures);
        Assert.Equal(vacant, outcome.VacantAuthority);
    }

    [Fact]
    public void The_director_of_the_founding_leaves_at_the_tick_of_its_shock()
    {
        var outcome = Run(Lasting with { Founding = new() { DirectorShare = 0 }, Shocks = [new() { Tick = 20, Remove = ShockTarget.Director }] });
        Assert.Equal((1, 1, 0), (outcome.Departures, outcome.ShockDepartures, outcome.IdleShocks));
    }

    [Fact]
    public void A_shock_that_finds_nobody_is_recorded_and_removes_nobody()
    {
        Shock[] shocks =
        [
            new() { Tick = 20, Remove = ShockTarget.Director },
            new() { Tick = 21, Remove = ShockTarget.Director },
            new() { Tick = 22, Remove = ShockTarget.FoundingCore },
        ];
        var outcome = Run(Lasting with { Recruitment = new() { FillProbability = 1 }, Shocks = shocks });
        Assert.Equal((1, 1, 2), (outcome.Departures, outcome.ShockDepartures, outcome.IdleShocks));
    }

    [Fact]
    public void A_freeze_without_its_first_tick_is_none()
    {
        var vacant = new OccupancyCourse();
        var scenario = Lasting with
        {
            Shocks = [new() { Tick = 10, Remove = ShockTarget.Seat, Seat = 3 }],
            Recruitment = new() { FillProbability = 1, FreezeToTick = 60 },
        };
        new TickEngine().Run(scenario, new RunSeed(1, 0), vacant);
        Assert.Equal(12, vacant.Occupied[10]);
    }

    [Fact]
    public void The_need_ends_when_its_schedule_says_and_that_is_no_failure()
    {
        var outcome = Run(Lasting with { Need = new() { EndTick = 33 } });
        Assert.Equal((33, EndCause.NeedEnded), (outcome.EndTick, outcome.EndCause));
    }

    // Nothing is needed up to tick 30; then the need rises to twice the founding level within 10 ticks and stays there. Expected decisions:
    // 0.1 × 12 seats × (Σ of 0.2, 0.4, …, 2.0 = 11, and 20 ticks at 2).
    [Fact]
    public void Decisions_follow_the_level_of_the_need()
    {
        var scenario = Lasting with { Need = new() { Levels = [new() { Tick = 30, Level = 0 }, new() { Tick = 40, Level = 2 }] } };
        var engine = new TickEngine();
        const int Runs = 400;
        var arisen = 0L;
        for (ulong replicate = 0; replicate < Runs; replicate++)
        {
            Assert.Equal(0, Decisions(engine.Run(scenario with { HorizonTicks = 30 }, new RunSeed(2, replicate))));
            arisen += Decisions(engine.Run(scenario with { Decisions = new() { PatienceTicks = 1 } }, new RunSeed(2, replicate)));
        }

        // Poisson: 4.5 standard errors are exceeded with probability 7e-6.
        const double Expected = 0.1 * 12 * (11 + 40) * Runs;
        Assert.InRange(arisen, Expected - (4.5 * Math.Sqrt(Expected)), Expected + (4.5 * Math.Sqrt(Expected)));
    }

    [Fact]
    public void Nobody_is_hired_during_a_freeze_and_recruiting_goes_on_after_it()
    {
        var vacant = new OccupancyCourse();
        var scenario = Lasting with
        {
            Shocks = [new() { Tick = 10, Remove = ShockTarget.Seat, Seat = 3 }],
            Recruitment = new() { FillProbability = 1, FreezeFromTick = 10, FreezeToTick = 25 },
        };
        new TickEngine().Run(scenario, new RunSeed(1, 0), vacant);
        Assert.All(Enumerable.Range(10, 16), tick => Assert.Equal(11, vacant.Occupied[tick]));
        Assert.Equal(12, vacant.Occupied[26]);
    }

    // The director alone decides, at site 0. Cut off, nothing from the other two sites gets through.
    [Fact]
    public void A_site_that_is_cut_off_is_not_reached()
    {
        var scenario = Lasting with
        {
            Network = new CompleteNetwork(),
            Demand = new() { DecisionsPerSeat = 1 },
            Decisions = new() { Capacity = 100, Interdependence = 0 },
            Channels = new() { Remote = 1, Outages = [new() { Site = 0, FromTick = 1, ToTick = 60, Remote = 0 }] },
        };
        var cut = Run(scenario);
        var share = (double)cut.DecisionsFailed / Decisions(cut);
        Assert.InRange(share, (2.0 / 3) - 0.09, (2.0 / 3) + 0.09);
        Assert.Equal(0, Run(scenario with { Channels = new() { Remote = 1 } }).DecisionsFailed);
    }

    // Without demand there is no strain, so what the others do hangs on their own fates only.
    [Fact]
    public void A_shock_leaves_the_people_and_fates_of_all_other_seats_as_they_are()
    {
        var scenario = Lasting with { Demand = new() { DecisionsPerSeat = 0 }, Turnover = new() { HazardPerTick = 0.05 } };
        var (without, with) = (new GenerationCourse(), new GenerationCourse());
        new TickEngine().Run(scenario, new RunSeed(4, 0), without);
        new TickEngine().Run(scenario with { Shocks = [new() { Tick = 10, Remove = ShockTarget.Seat, Seat = 7 }] }, new RunSeed(4, 0), with);
        Assert.NotEqual(without.Seat(7), with.Seat(7));
        Assert.All(Enumerable.Range(0, 12).Where(seat => seat != 7), seat => Assert.Equal(without.Seat(seat), with.Seat(seat)));
    }

    private static long Decisions(ProgramOutcome outcome) => outcome.DecisionsResolved + outcome.DecisionsFailed;

    private static ProgramOutcome Run(Scenario scenario) => new TickEngine().Run(scenario, new RunSeed(1, 0));

    private sealed class OccupancyCourse : ITickObserver
    {
        public Dictionary<int, int> Occupied { get; } = [];

        public void Observe(in TickView view) => Occupied[view.Tick] = view.Organization.OccupiedSeats;
    }

    private sealed class GenerationCourse : ITickObserver
    {
        private readonly List<(int Generation, double Sharing)[]> _ticks = [];

        public IEnumerable<(int Generation, double Sharing)> Seat(int seat) => _ticks.Select(t => t[seat]);

        public void Observe(in TickView view)
        {
            var seats = new (int, double)[view.Organization.Seats];
            for (var seat = 0; seat < seats.Length; seat++)
            {
                seats[seat] = (view.Organization.Generation[seat], view.Organization.Sharing[seat]);
            }

            _ticks.Add(seats);
        }
    }
}
