using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>How much of vitality a tick's decisions make up.</summary>
public sealed class EvidenceTests
{
    // H = .8; three successes and one failure: π = .75.
    [Theory]
    [InlineData(ViabilityRule.Performance, 0.1)]
    [InlineData(ViabilityRule.Evidence, 1 - (0.75 * 0.75 * 0.75 * 0.75))]
    public void A_tick_weighs_the_same_or_by_its_decisions(ViabilityRule rule, double weight)
    {
        var run = Run();
        Resolve(run, true, true, true, false);
        Step(run, rule);
        Assert.Equal(0.8 + (weight * (0.75 - 0.8)), run.Program.Vitality, 1e-12);
    }

    [Fact]
    public void Decisions_of_one_kind_weigh_as_much_together_as_one_by_one()
    {
        var (together, apart) = (Run(), Run());
        Resolve(together, false, false, false);
        Step(together, ViabilityRule.Evidence);
        for (var tick = 0; tick < 3; tick++)
        {
            Resolve(apart, false);
            Step(apart, ViabilityRule.Evidence);
        }

        Assert.Equal(apart.Program.Vitality, together.Program.Vitality, 1e-12);
    }

    private static RunState Run()
    {
        var run = new RunState();
        TickSchedule.Found(run, new Scenario { Organization = new() { Seats = 4, Sites = 1 } }, new RunSeed(1, 0), new Observation(null));
        return run;
    }

    private static void Resolve(RunState run, params bool[] successes)
    {
        foreach (var success in successes)
        {
            run.Tally.Resolve(0, success);
        }
    }

    private static void Step(RunState run, ViabilityRule rule)
    {
        ITickProcess viability = new Viability { Rule = rule, VitalityRate = 0.1, MemoryDecisions = 4 };
        viability.Step(run);
    }
}
