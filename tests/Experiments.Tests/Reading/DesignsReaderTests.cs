using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>Several designs in one file: each is the experiment that a file with that design alone would be.</summary>
public sealed class DesignsReaderTests
{
    private const string Several = """
        name: several
        question: Which?
        expectation: This one.
        baseline: {organization: {seats: 10, sites: 2}}
        factors:
          policy: {levels: [equal, hoarding]}
          channels.remote: {range: {from: 0.2, to: 0.8}}
          demand.decisionsPerSeat: {range: {from: 0.1, to: 0.3}}
        replicates: 5
        seed: 3
        designs:
          arms: {design: fullFactorial, factors: [policy], replicates: 20}
          levels: {design: fullFactorial, factors: {channels.remote: {levels: [0.2, 0.8]}, demand.decisionsPerSeat: {levels: [0.1]}}, analyses: [states]}
          screening: {design: {kind: morris, trajectories: 3, crossedWith: [policy]}, analyses: [morris], baseline: {channels.local: 0.9}}
        """;

    [Fact]
    public void Each_design_has_its_own_points_replicates_and_analyses()
    {
        var designs = Read(Several).Designs;
        Assert.Equal(["arms", "levels", "screening"], designs.Select(d => d.Design));
        Assert.Equal([(2, 20), (4, 5), (18, 5)], designs.Select(d => (new ExperimentPlan(d.Spec).Points.Count, d.Spec.Replicates)));
        Assert.Equal(["survival states", "states", "morris"], designs.Select(d => string.Join(' ', d.Spec.Analyses)));
        Assert.Equal([0.98, 0.98, 0.9], designs.Select(d => d.Spec.Baseline.Channels.Local));
        Assert.All(designs, d => Assert.Equal(("several", "Which?", 3UL), (d.Spec.Name, d.Spec.Question, d.Spec.Seed)));
    }

    [Fact]
    public void A_design_is_the_experiment_of_a_file_with_that_design_alone()
    {
        var single = Several[..Several.IndexOf("factors:", StringComparison.Ordinal)] + """
            factors: {policy: {levels: [equal, hoarding]}}
            design: fullFactorial
            replicates: 20
            seed: 3
            """;
        var plan = new ExperimentPlan(Read(single).Spec!);
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(Read(Several).Designs[0].Spec).ExperimentId);
        var chosen = Read(Several, "design=arms");
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(chosen.Spec!).ExperimentId);
        Assert.Empty(chosen.Designs);
    }

    [Fact]
    public void Values_can_be_set_for_all_designs_and_for_one()
    {
        var designs = Read(Several, "seed=9", "designs.arms.replicates=7", "designs.screening.design.trajectories=4", "factors.policy={levels: [equal, hoarding, council]}").Designs;
        Assert.Equal([9UL, 9UL, 9UL], designs.Select(d => d.Spec.Seed));
        Assert.Equal([(3, 7), (6, 5), (36, 5)], designs.Select(d => (new ExperimentPlan(d.Spec).Points.Count, d.Spec.Replicates)));
    }

    [Theory]
    [InlineData("designs: [a]", "designs has a list; allowed is a mapping of names, each with a design and what goes with it")]
    [InlineData("designs: {a: fullFactorial}", "designs has \"fullFactorial\"; allowed is a mapping of names")]
    [InlineData("designs: {a: {design: fullFactorial, analysis: [states]}}", "unknown key \"analysis\"", "analyses")]
    [InlineData("designs: {a: {design: fullFactorial, factors: [polcy]}}", "\"polcy\" is not a factor of the file; allowed are policy, channels.remote", "policy")]
    [InlineData("design: fullFactorial\ndesigns: {a: {design: fullFactorial, factors: [policy]}}", "design is \"fullFactorial\"; beside designs it names the one to take, and allowed are a")]
    [InlineData("designs: {a: {factors: [policy]}}", "the key \"design\" is missing")]
    public void What_is_no_design_is_a_problem(string designs, string message, string? suggestion = null)
    {
        var problem = Read(Several[..Several.IndexOf("designs:", StringComparison.Ordinal)] + designs).Problems[0];
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, problem.Suggestion);
    }

    private static ReadResult Read(string text, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        return ExperimentReader.Read(folder.Write("several.yaml", text), overrides);
    }
}
