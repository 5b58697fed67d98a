using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

public sealed class RunInvariantsTests
{
    public static TheoryData<string> Kinds => CatalogProperty.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_must_hold_at_every_tick_holds(string kind) => CatalogProperty.Holds(kind, 160, (scenario, key) =>
    {
        var observer = new InvariantObserver(leaks: scenario.Policy is LaissezFaire);
        var outcome = new TickEngine().Run(scenario, new RunSeed(key, 0), observer);
        Assert.Equal(observer.LastTick, outcome.EndTick);
        OutcomeIsConsistent(scenario, outcome);
    });

    /// <summary>What never happens in the random scenarios is not tested by them.</summary>
    [Fact]
    public void The_random_scenarios_meet_every_end_and_every_loss()
    {
        var engine = new TickEngine();
        var outcomes = Enumerable.Range(0, 300)
            .Select(key => engine.Run(RandomScenario.From((ulong)key, new Delegating()), new RunSeed(0, (ulong)key))).ToArray();

        // A program is stopped by a rule of its own file only; StopReaderTests and StoppedProgramTests have those.
        Assert.All(Enum.GetValues<EndCause>().Where(cause => cause != EndCause.Stopped),
            cause => Assert.InRange(outcomes.Count(o => o.EndCause == cause), 20, 250));
        Assert.InRange(outcomes.Count(o => o.FoundingExit.Occurred), 60, 270);
        Assert.InRange(outcomes.Count(o => o.CoreExitTicks.Count > 1), 20, 270);
        Assert.InRange(outcomes.Count(o => o.VacancyTicks > 0), 60, 270);
        Assert.InRange(outcomes.Count(o => o.DecisionsSucceeded > 0 && o.DecisionsFailed > 0), 100, 290);
    }

    private static void OutcomeIsConsistent(Scenario scenario, ProgramOutcome outcome)
    {
        Assert.InRange(outcome.EndTick, 1, scenario.HorizonTicks);
        Assert.Equal(outcome.EndCause == EndCause.NeedEnded,
            outcome.NeedEnd.Occurred && outcome.NeedEnd.Tick == outcome.EndTick && outcome.EndCause != EndCause.Failure);
        Assert.True(outcome.EndCause != EndCause.Horizon || outcome.EndTick == scenario.HorizonTicks);
        Assert.InRange(outcome.FoundingCoreSize, 1, scenario.Organization.Seats);
        Assert.InRange(outcome.VacancyTicks, 0, outcome.EndTick);
        Assert.InRange(outcome.MeanEffectiveHolders, 0, scenario.Organization.Seats + 1e-9);
        Assert.InRange(outcome.AuthorityGini, -1e-9, 1);
        Assert.InRange(outcome.DecisionsSucceeded, 0, outcome.DecisionsResolved);
        for (var k = 1; k < outcome.CoreExitTicks.Count; k++)
        {
            Assert.True(outcome.CoreExitTicks[k] > outcome.CoreExitTicks[k - 1], "two generations of leadership left in one tick");
        }

        Assert.True(outcome.ResidualLife is null || outcome.ResidualLife.Value.Tick >= 1);
        foreach (var output in OutputCatalog.All)
        {
            Assert.False(double.IsInfinity(output.Value(outcome)), output.Name);
        }
    }
}
