using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

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
