using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Properties;

namespace LeadershipSim.Simulation.Tests;

/// <summary>Runs that follow another scenario from some tick on.</summary>
public sealed class ScenarioChangeTests
{
    private static readonly RunSeed Seed = new(5, 0);
    private static readonly Scenario Base = new()
    {
        HorizonTicks = 120,
        Turnover = new() { HazardPerTick = 0.02 },
        Viability = new() { Rule = ViabilityRule.None },
    };


    public static TheoryData<string> Policies => [.. PolicyCatalog.All.Select(p => p.Kind)];

    [Fact]
    public void A_change_to_the_same_scenario_changes_no_bit()
    {
        var engine = new TickEngine();
        Assert.Equal(engine.Run(Base, Seed).StateDigest, engine.Run(Changed(Base, 60, s => s with { }), Seed).StateDigest);
    }

    [Fact]
    public void Up_to_the_change_the_run_has_the_same_bits_and_from_then_on_it_differs()
    {
        var after = Changed(
            Base, 60, s => s with { Policy = new Rotating(), Demand = new() { DecisionsPerSeat = 0.3 }, Learning = new() { Socialization = 0.5 } });
        var engine = new TickEngine();
        var (without, with) = (new AuthorityCourse(), new AuthorityCourse());
        engine.Run(Base, Seed, without);
        engine.Run(after, Seed, with);
        Assert.Equal(without.Ticks[..60], with.Ticks[..60]);
        Assert.NotEqual(without.Ticks[60], with.Ticks[60]);
    }

    [Fact]
    public void A_change_in_the_first_tick_is_the_other_scenario_where_the_founding_is_the_same()
    {
        var (engine, after) = (new TickEngine(), Base with { Demand = new() { DecisionsPerSeat = 0.3 }, Turnover = new() { HazardPerTick = 0.01 } });
        Assert.Equal(engine.Run(after, Seed).StateDigest, engine.Run(Changed(Base, 1, s => after with { Changes = s.Changes }), Seed).StateDigest);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_policy_has_the_same_state_up_to_a_change_to_any_other(string policy)
    {
        var scenario = Base with { Policy = CatalogProperty.PolicyOf(policy), HorizonTicks = 40 };
        var (engine, without) = (new TickEngine(), new DigestCourse());
        engine.Run(scenario, Seed, without);
        foreach (var next in PolicyCatalog.All)
        {
            var with = new DigestCourse();
            engine.Run(Changed(scenario, 20, s => s with { Policy = next.Default }), Seed, with);
            Assert.Equal(without.Ticks[..20], with.Ticks[..20]);
            Assert.Equal(next.Kind == policy, without.Ticks[^1] == with.Ticks[^1]);
        }
    }

    [Fact]
    public void A_later_change_keeps_what_an_earlier_one_has_set_and_an_engine_forgets_both_with_the_run()
    {
        var both = Base with
        {
            Changes =
            [
                new() { Tick = 30, Edit = new Edit(s => s with { Policy = new Equal() }) },
                new() { Tick = 60, Edit = new Edit(s => s with { Demand = s.Demand with { DecisionsPerSeat = 0.3 } }) },
            ],
        };
        var (engine, course) = (new TickEngine(), new AuthorityCourse());
        var first = engine.Run(both, Seed, course);
        Assert.All(course.Ticks[61..], top => Assert.InRange(top, 0, 0.2));
        engine.Run(Base, Seed);
        Assert.Equal(first.StateDigest, engine.Run(both, Seed).StateDigest);
        Assert.Equal([0, 1], engine.View.ChangesMade.ToArray());
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Authority_is_conserved_when_a_policy_takes_the_place_of_any_other(string policy)
    {
        foreach (var before in PolicyCatalog.All)
        {
            var (scenario, held) = (Base with { Policy = before.Default, HorizonTicks = 60 }, new ConservedAuthority());
            new TickEngine().Run(Changed(scenario, 30, s => s with { Policy = CatalogProperty.PolicyOf(policy) }), Seed, held);
            Assert.InRange(held.LargestError, 0, 1e-9);
        }
    }

    [Fact]
    public void An_observer_changes_no_bit_of_a_run_that_changes()
    {
        var changed = Base with
        {
            Changes =
            [
                new() { Tick = 30, Edit = new Edit(s => s with { Policy = new Council() }) },
                new() { When = VitalityBelow(0.7), ForTicks = 2, Edit = new Edit(s => s with { Policy = Base.Policy }) },
            ],
        };
        var engine = new TickEngine();
        Assert.Equal(engine.Run(changed, Seed).StateDigest, engine.Run(changed, Seed, new AuthorityCourse()).StateDigest);
    }

    // Every decision fails, so vitality is .8·.95^t: below .65 from tick 5 on (.619).
    [Fact]
    public void A_change_by_vitality_is_due_in_the_tick_after_vitality_has_been_low_for_so_long()
    {
        var scenario = Base with
        {
            Policy = new LaissezFaire { LeakRate = 0 },
            Turnover = new() { HazardPerTick = 0 },
            Demand = new() { DecisionsPerSeat = 5 },
            Decisions = new() { Capacity = 0, PatienceTicks = 1 },
        };
        var course = new AuthorityCourse();
        var changes = new[] { new ScenarioChange { When = VitalityBelow(0.65), ForTicks = 3, Edit = new Edit(s => s with { Policy = new Equal() }) } };
        new TickEngine().Run(scenario with { Changes = changes }, Seed, course);

        // Ticks 5, 6 and 7 are low: equal authority from tick 8 on.
        Assert.Equal(1, course.Ticks[7]);
        Assert.Equal(1.0 / 40, course.Ticks[8], 1e-12);
    }

    [Fact]
    public void What_is_fixed_at_the_founding_is_refused_with_its_reason()
    {
        var after = Base with { Organization = new() { Seats = 41 }, Network = new CompleteNetwork(), Demand = new() { DecisionsPerSeat = 0.2 } };
        var problems = ScenarioChange.Problems(Base, after);
        Assert.Contains("organization.seats cannot change in the course of a run: seats are laid out once", problems);
        Assert.Contains(problems, p => p.StartsWith("network.tiesWithinSite", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, p => p.Contains("demand", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new TickEngine().Run(Changed(Base, 60, _ => after), Seed));
        Assert.Throws<ArgumentException>(() => new TickEngine().Run(Changed(Base, 0, s => s), Seed));
    }

    [Fact]
    public void Parameters_say_whether_they_are_live()
    {
        var live = ParameterCatalog.Of(new Scenario()).ToDictionary(p => p.Path, p => p.IsLive);
        Assert.True(live["demand.decisionsPerSeat"] && live["policy.shareRate"] && live["trust.step"]);
        Assert.False(live["organization.seats"] || live["trust.baseline"] || live["decisions.patienceTicks"]);
        Assert.False(live["horizonTicks"] || live["founding.vitality"]);
    }

    [Fact]
    public void A_run_can_be_stepped_and_gives_the_bits_of_a_whole_one()
    {
        var engine = new TickEngine();
        var whole = engine.Run(Base, Seed);
        engine.Start(Base, Seed);
        Assert.Throws<InvalidOperationException>(engine.Finish);
        while (engine.IsAlive)
        {
            engine.Step();
        }

        Assert.Equal((whole.EndTick, whole.StateDigest), (engine.View.Tick, engine.Finish().StateDigest));
        Assert.Throws<InvalidOperationException>(engine.Step);
    }

    // A seat falls vacant at tick 10 and would never be filled; then hiring starts at tick 20 with probability 1.
    [Fact]
    public void Whoever_is_looked_for_when_hiring_changes_is_looked_for_by_the_new_rule()
    {
        var still = Base with
        {
            Turnover = new() { HazardPerTick = 0 },
            Recruitment = new() { FillProbability = 0 },
            Shocks = [new() { Tick = 10, Remove = ShockTarget.Seat, Seat = 7 }],
        };
        var course = new OccupiedCourse();
        new TickEngine().Run(Changed(still, 20, s => s with { Recruitment = new() { FillProbability = 1 } }), Seed, course);
        Assert.Equal([40, 39, 39, 40], new[] { 9, 10, 19, 20 }.Select(t => course.Occupied[t]));
    }

    private static Scenario Changed(Scenario scenario, int tick, Func<Scenario, Scenario> edit) =>
        scenario with { Changes = [new() { Tick = tick, Edit = new Edit(edit) }] };

    private static StateCondition VitalityBelow(double threshold) => new("vitality", (in view) => view.Vitality < threshold);

    private sealed record Edit(Func<Scenario, Scenario> Make) : IScenarioEdit
    {
        public string Summary => "";

        public Scenario Of(Scenario before) => Make(before);
    }

    private sealed class DigestCourse : ITickObserver
    {
        public List<ulong> Ticks { get; } = [];

        public void Observe(in TickView view) => Ticks.Add(StateDigest.Of(view.Run));
    }

    private sealed class AuthorityCourse : ITickObserver
    {
        // The largest share at every tick.
        public List<double> Ticks { get; } = [];

        public void Observe(in TickView view) => Ticks.Add(view.Organization.Authority[Math.Max(0, view.Organization.LargestHolder())]);
    }

    private sealed class ConservedAuthority : ITickObserver
    {
        public double LargestError { get; private set; }

        public void Observe(in TickView view)
        {
            var sum = view.Organization.VacantAuthority;
            foreach (var held in view.Organization.Authority)
            {
                sum += held;
            }

            LargestError = Math.Max(LargestError, Math.Abs(sum - 1));
        }
    }

    private sealed class OccupiedCourse : ITickObserver
    {
        public List<int> Occupied { get; } = [];

        public void Observe(in TickView view) => Occupied.Add(view.Organization.OccupiedSeats);
    }
}
