using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Analysis.Tests.Outliving;

public sealed class InterventionTests
{
    private const int Removal = 10;
    private const int Replicates = 1500;

    // One leader, nobody leaves by itself: with the removal a program lives on exactly when succession works, without it always. So the
    // share alive changes by s − 1, at any tick after (model of one leader: P(outlives) = s).
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [Trait("Speed", "Slow")]
    public void The_effect_of_removing_the_only_leader_is_the_chance_that_succession_fails(double works)
    {
        var effect = Assert.Single(Effects(works, hazard: 0));

        Assert.Equal((Replicates, 0, 0), (effect.Counts.Pairs, effect.Counts.EndedBefore, effect.Counts.NobodyRemoved));
        Assert.Equal(works - 1, effect.Alive!.Estimate, 4 * Math.Sqrt(works * (1 - works) / Replicates));

        // A program that does not live on ends in the tick of the removal: it loses all ticks after it.
        Assert.Equal(effect.Alive.Estimate * (200 - Removal), effect.Life!.Estimate, 1e-9);
    }

    // With hazard h the first leader is still there at the removal with probability e^(−10h): all other worlds ended or have nobody to remove.
    [Fact]
    public void Worlds_without_anybody_to_remove_are_counted_apart()
    {
        var counts = Assert.Single(Effects(works: 0.8, hazard: 0.05)).Counts;

        Assert.Equal(Replicates, counts.Pairs + counts.EndedBefore + counts.NobodyRemoved);
        Assert.Equal(Math.Exp(-0.5), (double)counts.Pairs / Replicates, 4 * Math.Sqrt(0.24 / Replicates));
        Assert.True(counts.NobodyRemoved > 0);
    }

    // Two arms, two conditions, two replicates; removal at tick 10, looked at 20 ticks later, horizon 100. Ends with minus without:
    // a: condition 1: −70, 0; condition 2: −60 (the other had ended before). Means −35 and −60, in equal parts −47.5.
    // b: condition 1: 0, 0; condition 2: −80, 0. Means 0 and −40, in equal parts −20. So a − b = −27.5.
    [Fact]
    public void Effects_and_their_contrasts_weigh_conditions_alike()
    {
        var effects = InterventionEffect.Of(
            [
                Pair("a", 1, 0, 100, 30), Pair("a", 1, 1, 100, 100), Pair("a", 2, 0, 80, 20), Pair("a", 2, 1, 5, 5),
                Pair("b", 1, 0, 100, 100), Pair("b", 1, 1, 100, 100), Pair("b", 2, 0, 100, 20), Pair("b", 2, 1, 100, 100),
            ],
            "policy", 10, 20, reference: "b");

        Assert.Equal(-47.5, effects[0].Life!.Estimate, 1e-12);
        Assert.Equal(-20, effects[1].Life!.Estimate, 1e-12);
        Assert.Equal(-27.5, effects[0].LifeAgainstReference!.Difference!.Value, 1e-12);
        Assert.Null(effects[1].LifeAgainstReference);

        // Alive at tick 30: a loses one of two (30 is its last tick) and one of one, b none and one of two.
        Assert.Equal(-0.75, effects[0].Alive!.Estimate, 1e-12);
        Assert.Equal(-0.25, effects[1].Alive!.Estimate, 1e-12);
        Assert.Equal(-0.5, effects[0].AliveAgainstReference!.Difference!.Value, 1e-12);
        Assert.Equal(1, effects[0].Counts.EndedBefore);

        // As they are: a 100, 100 and 80: in equal parts 90.
        Assert.Equal(90, effects[0].LifeWithout!.Estimate, 1e-12);
    }

    // Where environments are sampled every program weighs alike, and one without programs to lose has no say: a: −70, 0, −60 of three.
    [Fact]
    public void Sampled_environments_without_programs_to_lose_leave_the_effect_defined()
    {
        TwinPair[] pairs = [Pair("a", 1, 0, 100, 30), Pair("a", 1, 1, 100, 100), Pair("a", 2, 0, 80, 20), Pair("a", 3, 0, 5, 5)];

        Assert.Null(Assert.Single(InterventionEffect.Of(pairs, "policy", 10, 20)).Life);
        Assert.Equal(-130 / 3.0, Assert.Single(InterventionEffect.Of(pairs, "policy", 10, 20, areSampled: true)).Life!.Estimate, 1e-12);
    }

    private static TwinPair Pair(string arm, int condition, int replicate, int without, int with)
    {
        var point = new DesignPoint((condition * 10) + arm[0], "", [new("policy", arm), new("x", (long)condition)],
            new Scenario { HorizonTicks = 100 })
        { Environment = condition };
        return new(point, replicate, End(without), End(with));
    }

    private static ProgramEnd End(int tick) => new(tick, tick == 100 ? EndCause.Horizon : EndCause.Failure);

    private static IReadOnlyList<InterventionEffect> Effects(double works, double hazard)
    {
        var plan = new ExperimentPlan(new ExperimentSpec
        {
            Name = "one-leader",
            Question = "?",
            Expectation = "?",
            Baseline = World(works, hazard),
            Factors = [],
            Design = new FullFactorial(),
            Replicates = Replicates,
            Seed = 11,
            Analyses = [],
            Figures = [],
            SourceText = "",
        });
        return InterventionEffect.Of(TwinRuns.Run(plan, new Shock { Tick = Removal, Remove = ShockTarget.FoundingCore }, 2, default), "", Removal, 52);
    }

    private static Scenario World(double works, double hazard) => new()
    {
        HorizonTicks = 200,
        Organization = new() { Seats = 3, Sites = 1 },
        Policy = new Council { CouncilSize = 1, Cooptation = works },
        Founding = new() { DirectorShare = 1 },
        Turnover = new() { HazardPerTick = hazard },
        Recruitment = new() { FillProbability = 1 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.Leaders, MinLeaders = 1, LeaderShare = 1e-9, GraceTicks = 1 },
    };
}
