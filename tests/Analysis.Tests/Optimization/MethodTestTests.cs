using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Analysis.Tests.Optimization;

public sealed class MethodTestTests
{
    private const int Problems = 100;

    // Twenty arms that are all alike: whichever has the best mean was lucky, and only fresh worlds say how good it is. The standard error of the
    // mean bias over 100 problems is 1/√(100·20) = 0.022 in the race, where the expected largest of 20 means of 20 runs is 1.87/√20 = 0.42.
    [Fact]
    public void Fresh_worlds_undo_the_curse_of_the_winner()
    {
        const int problems = 100;
        var (search, confirmed, covered) = (0.0, 0.0, 0);
        for (var p = 0; p < problems; p++)
        {
            var problem = Arms.Problem(20, 400, (ulong)p, (arm, world) => Arms.Noise(world, arm));
            var course = Arms.Run(problem, new RaceSettings { Replicates = 20 }, out _);
            var best = Confirmation.Of(problem, course, 1, 100, 1_000_000 + (ulong)p, CancellationToken.None)[0].Outputs[0];
            search += best.Search / problems;
            confirmed += best.Confirmed.Estimate / problems;
            covered += best.Confirmed is { Lower: <= 0, Upper: >= 0 } ? 1 : 0;
        }

        Assert.InRange(search, 0.42 - 0.1, 0.42 + 0.1);
        Assert.InRange(confirmed, -0.03, 0.03);
        Assert.InRange(covered, 88, 100);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_method_finds_known_optima_and_keeps_its_promises(bool isSearch)
    {
        var spec = Spec(isSearch);

        var tested = MethodTest.Run(spec, Problems, 2, () => { }, CancellationToken.None);

        Assert.Equal(["bowl", "two hills"], tested.Select(t => t.Function));
        Assert.All(tested, t =>
        {
            Assert.InRange(t.MeanRegret, 0, 0.05);
            Assert.True(t.BestLost.Lower <= spec.Method.Race.Error, $"{t.Function}: {t.BestLost}");
            Assert.True(t.Coverage.Upper >= 0.95, $"{t.Function}: {t.Coverage}");
            Assert.InRange(Math.Abs(t.ConfirmedBias), 0, 0.01);
        });
        Assert.Equal(MethodTest.Run(spec, 4, 2, () => { }, CancellationToken.None), MethodTest.Run(spec, 4, 1, () => { }, CancellationToken.None));
    }

    private static OptimizationSpec Spec(bool isSearch) => new()
    {
        Name = "test",
        Question = "",
        Expectation = "",
        Baseline = new Scenario(),
        Factors = isSearch ? [Arms.Spread("x"), Arms.Spread("y")] : [Arms.Factor(5), Arms.Factor(3)],
        Goals = [],
        Method = isSearch ? new SearchSettings() : new RaceSettings(),
        Budget = 10_000,
        Finalists = 1,
        Seed = 5,
        SourceText = "",
    };
}
