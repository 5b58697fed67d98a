using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class OptimizationReaderTests
{
    private const string Valid = """
        name: small
        question: Which?
        expectation: This one.
        baseline: {organization: {seats: 8, sites: 1}, horizonTicks: 60}
        factors:
          policy: {levels: [council, {kind: distributed, shareRate: 0.3, name: fast}]}
          channels.remote: {range: {from: 0.2, to: 0.8, steps: 4}}
        constraints: ["channels.remote <= 0.7"]
        seed: 5
        optimize:
          maximize: [endTick, {output: residualLife, absent: 0}]
          minimize: failed
          limits: [{output: vacancyTicks, atMost: 30}, {output: vitality, atLeast: 0.2}]
          method: {kind: race, error: 0.01}
          budget: 5000
          confirm: 100
          finalists: 4
        """;

    [Fact]
    public void An_optimization_is_read_with_all_it_says()
    {
        var spec = Read(Valid).Optimization!;

        Assert.Equal(["policy", "channels.remote"], spec.Factors.Select(f => f.Path));
        Assert.Equal(
            [("endTick", true, null), ("residualLife", true, 0.0), ("failed", false, (double?)null)],
            spec.Goals.Select(g => (g.Output.Name, g.IsMaximized, g.Absent)));
        Assert.Equal(["vacancyTicks at most 30", "vitality at least 0.2"], spec.Limits.Select(l => l.Name));
        Assert.Equal(0.01, Assert.IsType<RaceSettings>(spec.Method).Error);
        Assert.Equal((5000, 100, 4, 4600), (spec.Budget, spec.Confirmation, spec.Finalists, spec.SearchRuns));
        Assert.Equal("channels.remote <= 0.7", Assert.Single(spec.Constraints).Text);
    }

    [Fact]
    public void The_resolved_file_is_the_same_optimization()
    {
        var plan = new OptimizationPlan(Read(Valid).Optimization!);

        Assert.Equal(plan.OptimizationId, IdOf(plan.ResolvedJson));
        Assert.NotEqual(plan.OptimizationId, IdOf(Valid.Replace("error: 0.01", "error: 0.02", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_point_of_it_is_an_experiment()
    {
        var plan = new OptimizationPlan(Read(Valid).Optimization!);

        var spec = Read(plan.ExperimentAt([plan.Spec.Factors[0].Levels[1], plan.Spec.Factors[1].Levels[2]], 1)).Spec!;

        Assert.Equal(("small-best", 100, OptimizationPlan.ConfirmationSeed(5)), (spec.Name, spec.Replicates, spec.Seed));
        Assert.Equal(["fast", 0.6], spec.Factors.Select(f => f.Levels.Single().Value));
    }

    [Theory]
    [InlineData("budget: 5000", "budget: 250", "leaves none for the search: the confirmation takes 4 finalists × 100 runs")]
    [InlineData("budget: 5000", "budget: 600", "8 arms take 256 runs before the first look, and the budget leaves 200")]
    [InlineData("steps: 4}", "}", "a race needs listed levels, and channels.remote has a range without steps")]
    [InlineData("minimize: failed", "minimize: endTick", "the goal endTick stands twice")]
    [InlineData("minimize: failed", "minimize: faild", "which no run has")]
    [InlineData("atMost: 30", "atmost: 30", "did you mean \"atMost\"?")]
    [InlineData("atMost: 30", "atMost: 30, atLeast: 3", "both atMost and atLeast")]
    [InlineData("kind: race", "kind: races", "unknown kind \"races\" of optimize.method")]
    [InlineData("seed: 5", "seed: 5\nreplicates: 3", "an optimization has no replicates")]
    [InlineData("levels: [council, {kind: distributed, shareRate: 0.3, name: fast}]", "levels: [council, equal], weights: [1, 2]", "have weights")]
    [InlineData("  method: {kind: race, error: 0.01}\n", "", "the key \"method\" is missing")]
    [InlineData("error: 0.01", "indifference: 2", "there are several")]
    [InlineData("  maximize: [endTick, {output: residualLife, absent: 0}]\n  minimize: failed\n", "", "there is no goal; write maximize")]
    public void What_cannot_be_done_is_said_with_its_place(string good, string bad, string message)
    {
        var result = Read(Valid.Replace("\r", "", StringComparison.Ordinal).Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(result.Optimization);
        Assert.Contains(result.Problems, p => p.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("points: 1000", "a round takes up to")]
    [InlineData("raceArms: 1000", "1000 arms take 32000 runs before the first look of the race")]
    public void A_search_that_the_budget_does_not_hold_is_refused(string setting, string message) =>
        Assert.Contains(
            Read(Valid.Replace("kind: race, error: 0.01", $"kind: search, {setting}", StringComparison.Ordinal)).Problems,
            p => p.ToString().Contains(message, StringComparison.Ordinal));

    private static string IdOf(string text) => new OptimizationPlan(Read(text).Optimization!).OptimizationId;

    private static ReadResult Read(string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.yaml");
        File.WriteAllText(file, text);
        return ExperimentReader.Read(file);
    }
}
