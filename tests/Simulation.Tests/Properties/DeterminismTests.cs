using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Properties;

public sealed class DeterminismTests
{
    public static TheoryData<string> Kinds => CatalogProperty.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_bits_observed_or_not_and_on_a_used_engine(string kind)
    {
        // Runs one scenario after the other, whatever their sizes.
        var used = new TickEngine();
        CatalogProperty.Holds(kind, 40, (scenario, key) =>
        {
            var seed = new RunSeed(key, 7);
            var fresh = new TickEngine().Run(scenario, seed);
            AssertSame(fresh, new TickEngine().Run(scenario, seed));
            AssertSame(fresh, new TickEngine().Run(scenario, seed, new InvariantObserver(leaks: true)));
            AssertSame(fresh, used.Run(scenario, seed));
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_seed_gives_another_run(string kind)
    {
        var (engine, scenario) = (new TickEngine(), new Scenario { Policy = CatalogProperty.PolicyOf(kind), HorizonTicks = 20 });
        RunSeed[] seeds = [new(0, 0), new(0, 1), new(1, 0), new(0, 0, 1)];
        Assert.Equal(seeds.Length, seeds.Select(seed => engine.Run(scenario, seed).StateDigest).Distinct().Count());
    }

    private static void AssertSame(ProgramOutcome expected, ProgramOutcome actual)
    {
        Assert.Equal(expected.StateDigest, actual.StateDigest);
        Assert.Equal(expected.CoreExitTicks, actual.CoreExitTicks);
        foreach (var output in OutputCatalog.All)
        {
            Assert.Equal(output.Value(expected), output.Value(actual));
        }
    }
}
