using LeadershipSim.Experiments.Reading;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>The scenarios that come with the program.</summary>
public sealed class PresetTests
{
    public static TheoryData<string> Names => [.. Found];

    private static IEnumerable<string> Found => RepositoryRoot.Files("experiments/scenarios", "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_can_be_extended_and_run(string name)
    {
        var outcome = new TickEngine().Run(Baseline(name) with { HorizonTicks = 30 }, new RunSeed(1, 0));
        Assert.InRange(outcome.EndTick, 1, 30);
    }

    [Fact]
    public void The_presets_the_documentation_names_are_there() =>
        Assert.Subset(Found.ToHashSet(), new HashSet<string> { "march1991", "mobile-learning-case", "single-champion", "open-source", "large-consortium" });

    [Fact]
    public void Authority_of_the_open_source_project_is_heavy_tailed_with_a_truck_factor_of_one_or_two()
    {
        var data = Baseline("open-source").Network.Data!;
        Assert.InRange(data.Authority!.Order().TakeLast(2).Sum(), 0.5, 1);
        Assert.InRange(new TickEngine()
            .Run(Baseline("open-source") with { HorizonTicks = 1, Policy = new Simulation.Policies.LaissezFaire() }, new RunSeed(1, 0)).FoundingCoreSize, 1, 2);
    }

    private static Scenario Baseline(string name)
    {
        using var folder = new TemporaryFolder();
        var preset = Path.Combine(RepositoryRoot.Path, "experiments", "scenarios", name + ".yaml");
        var result = ExperimentReader.Read(folder.Write("a.yaml", $$"""
            extends: {{preset}}
            name: a
            question: Which?
            expectation: None.
            factors: {}
            design: fullFactorial
            replicates: 1
            seed: 1
            """));
        Assert.Empty(result.Problems);
        return result.Spec!.Baseline;
    }
}
