using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class DesignReaderTests
{
    [Fact]
    public void Ranges_distributions_weights_and_constraints_are_read()
    {
        var spec = Valid(ExperimentText.Sampled);
        Assert.Equal(new LatinHypercube { Points = 24, Criterion = LatinHypercubeCriterion.Maximin }, spec.Design);
        Assert.Equal([1, 3], spec.Factors[0].Weights!);
        Assert.Equal(new Uniform { From = 0.1, To = 0.9 }, spec.Factors[1].Distribution);
        Assert.Equal(new LogUniform { From = 0.001, To = 0.1 }, spec.Factors[2].Distribution);
        Assert.Equal(new WholeNumbers { From = 1, To = 4 }, spec.Factors[3].Distribution);
        Assert.Equal(new TruncatedNormal { Mean = 0.2, StandardDeviation = 0.1, Min = 0.01, Max = 0.5 }, spec.Factors[4].Distribution);
        Assert.Equal(["demand.decisionsPerSeat", "channels.remote"], Assert.Single(spec.Constraints).Paths);
    }

    [Theory]
    [InlineData("latinHypercube, points: 24", "latinHypercub, points: 24", "12:16", "did you mean \"latinHypercube\"?")]
    [InlineData("criterion: maximin", "criterion: maximum", "12:55", "did you mean \"maximin\"?")]
    [InlineData("points: 24", "point: 24", "12:32", "did you mean \"points\"?")]
    [InlineData("points: 24", "name: x", "12:32", "unknown key \"name\"")]
    [InlineData("points: 24", "points: 1", "12:40", "design.points is 1; allowed is a whole number from 2 to 1000000")]
    [InlineData("points: 24", "points: 2500", "12:9", "maximin has at most 2000 points")]
    [InlineData("weights: [1, 3]", "weights: [1]", "6:48", "a list of 2 numbers above 0")]
    [InlineData("weights: [1, 3]", "weights: [1, -3]", "6:48", "a list of 2 numbers above 0")]
    [InlineData("weights: [1, 3]", "wieghts: [1, 3]", "6:39", "did you mean \"weights\"?")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{range: {from: 0.9, to: 0.1}}", "7:28", "from must be less than to")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{range: {from: 0.1}}", "7:28", "needs from and to")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{range: {from: 0.1, to: 0.9, steps: 1}}", "7:28", "from 2 to 1000000")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{range: {from: 0.1, to: 1.9}}", "7:44", "channels.remote is 1.9; allowed is a number from 0 to 1")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{range: {from: 0.1, to: 0.9}, levels: [1]}", "7:20", "one of levels")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{weights: [1], range: {from: 0.1, to: 0.9}}", "7:30", "no levels to weigh")]
    [InlineData("{range: {from: 0.1, to: 0.9}}", "{distribution: {kind: normal, mean: 0.9, standardDeviation: 0.3}}", "12:9", "leaves its range at")]
    [InlineData("kind: truncatedNormal", "kind: truncatedNorml", "10:50", "did you mean \"truncatedNormal\"?")]
    [InlineData("min: 0.01, max", "mins: 0.01, max", "10:102", "did you mean \"min\"?")]
    [InlineData("min: 0.01, max: 0.5", "min: 0.5, max: 0.5", "10:43", "min must be less than max")]
    [InlineData("standardDeviation: 0.1", "standardDeviation: -0.1", "10:97", "allowed is a number above 0")]
    [InlineData("policy: {levels: [equal, hoarding], weights: [1, 3]}", "policy: {distribution: {kind: uniform}}", "6:26", "its values are not numbers")]
    [InlineData("<= 0.5 * channels.remote", "<= 0.5 * channels.remot", "11:15", "did you mean \"channels.remote\"?")]
    [InlineData("<= 0.5 * channels.remote", "0.5 * channels.remote", "11:15", "a relation of two sums")]
    [InlineData("<= 0.5 * channels.remote", "<= 0.5 channels.remote", "11:15", "a relation of two sums")]
    [InlineData("[\"demand.decisionsPerSeat <= 0.5 * channels.remote + 0.2\"]", "demand.decisionsPerSeat < 1", "11:14", "a list of relations")]
    [InlineData("<= 0.5 * channels.remote + 0.2", "> 5", "12:9", "no design point keeps all constraints")]
    [InlineData("{kind: latinHypercube, points: 24, criterion: maximin}", "fullFactorial", "12:9", "fullFactorial needs levels, and channels.remote has")]
    [InlineData("{kind: latinHypercube, points: 24, criterion: maximin}", "{kind: saltelli, points: 24}", "12:9", "take 32 or 16")]
    [InlineData("{kind: latinHypercube, points: 24, criterion: maximin}", "{kind: saltelli, points: 16}", "12:9", "saltelli needs all its points")]
    [InlineData("{kind: latinHypercube, points: 24, criterion: maximin}", "morris", "12:9", "policy has weights")]
    [InlineData("{kind: latinHypercube, points: 24, criterion: maximin}", "{kind: sobolSequence, points: 1000000000000}", "12:39", "from 1 to 1000000")]
    [InlineData("{kind: latinHypercube, points: 24, criterion: maximin}", "{kind: file}", "12:9", "needs a path to a CSV file")]
    public void A_defect_is_named_with_its_place_and_what_is_allowed(string good, string bad, string place, string message)
    {
        Assert.Contains(good, ExperimentText.Sampled, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var problems = ExperimentReader.Read(folder.Write("a.yaml", ExperimentText.Sampled.Replace(good, bad, StringComparison.Ordinal))).Problems
            .Select(p => p.ToString()).ToList();
        Assert.True(problems.Exists(p => p.Contains($":{place}: ", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal)),
            string.Join('\n', problems));
    }

    public static TheoryData<string> Designs =>
    [
        "{kind: random, points: 8}",
        "{kind: latinHypercube, points: 8}",
        "{kind: latinHypercube, points: 9, criterion: correlation, correlations: [{first: channels.remote, second: demand.decisionsPerSeat, value: 0.5}]}",
        "{kind: sobolSequence, points: 8}",
        "{kind: halton, points: 8, scramble: none, skip: 5}",
    ];

    [Theory]
    [MemberData(nameof(Designs))]
    public async Task The_resolved_experiment_reads_back_as_the_same_experiment_and_fits_the_schema(string design)
    {
        using var folder = new TemporaryFolder();
        var plan = new ExperimentPlan(Valid(ExperimentText.Sampled.Replace("{kind: latinHypercube, points: 24, criterion: maximin}", design, StringComparison.Ordinal)));
        var resolved = ExperimentReader.Read(folder.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(resolved.Problems);
        var again = new ExperimentPlan(resolved.Spec!);
        Assert.Equal(plan.ExperimentId, again.ExperimentId);
        Assert.Equal(plan.Points.Select(p => p.Id), again.Points.Select(p => p.Id));
        Assert.Empty(await SchemaValidator.ProblemsAsync(plan.ResolvedJson));
    }

    [Theory]
    [InlineData("saltelli", 16 * 5)]
    [InlineData("morris", 4 * 5)]
    public void Structured_designs_are_planned_with_all_their_points(string kind, int points)
    {
        var parameters = kind == "saltelli" ? "points: 16" : "trajectories: 5, candidates: 20";
        var text = ExperimentText.Sampled.Replace(", weights: [1, 3]", "", StringComparison.Ordinal)
            .Replace("constraints: [\"demand.decisionsPerSeat <= 0.5 * channels.remote + 0.2\"]\n", "", StringComparison.Ordinal)
            .Replace("  policy: {levels: [equal, hoarding]}\n  channels.remote: {range: {from: 0.1, to: 0.9}}\n", "  channels.remote: {range: {from: 0.1, to: 0.9}}\n", StringComparison.Ordinal)
            .Replace("  organization.sites: {range: {from: 1, to: 4}}\n", "", StringComparison.Ordinal)
            .Replace("{kind: latinHypercube, points: 24, criterion: maximin}", $"{{kind: {kind}, {parameters}}}", StringComparison.Ordinal);
        var plan = new ExperimentPlan(Valid(text));
        Assert.Equal(points, plan.Points.Count);
        Assert.All(plan.Points, p => Assert.Equal((double)p.Values[0].Value!, p.Scenario.Channels.Remote));
    }

    [Fact]
    public void Points_that_break_a_constraint_are_not_run()
    {
        var plan = new ExperimentPlan(Valid(ExperimentText.Sampled.Replace("channels.remote + 0.2", "channels.remote", StringComparison.Ordinal)));
        Assert.InRange(plan.Points.Count, 1, 23);
        Assert.Equal((24 - plan.Points.Count, 0L), (plan.PointsRefused, plan.PointsRepeated));
        Assert.All(plan.Points, p => Assert.True(p.Scenario.Demand.DecisionsPerSeat <= 0.5 * p.Scenario.Channels.Remote));
        Assert.Equal(Enumerable.Range(0, plan.Points.Count), plan.Points.Select(p => p.Index));
    }

    [Fact]
    public void Points_that_are_drawn_twice_are_run_once_where_the_design_allows()
    {
        var text = ExperimentText.Valid.Replace(
            "demand.decisionsPerSeat: {levels: [0.1, 0.2, 0.4]}", "demand.decisionsPerSeat: {levels: [0.1, 0.2]}", StringComparison.Ordinal);
        var random = new ExperimentPlan(Valid(text.Replace("fullFactorial", "{kind: random, points: 50}", StringComparison.Ordinal)));
        Assert.Equal((4, 46L, 0L), (random.Points.Count, random.PointsRepeated, random.PointsRefused));
        var saltelli = new ExperimentPlan(Valid(text.Replace("fullFactorial", "{kind: saltelli, points: 16}", StringComparison.Ordinal)));
        Assert.Equal((64, 0L), (saltelli.Points.Count, saltelli.PointsRepeated));
    }

    [Fact]
    public void The_seed_of_the_design_moves_the_points_and_the_root_seed_does_not()
    {
        IEnumerable<string> Points(string good, string bad) =>
            new ExperimentPlan(Valid(ExperimentText.Sampled.Replace(good, bad, StringComparison.Ordinal))).Points.Select(p => p.Id);
        Assert.Equal(Points("seed: 0", "seed: 0"), Points("seed: 0", "seed: 7"));
        Assert.Empty(Points("seed: 0", "seed: 0").Intersect(Points("points: 24", "points: 24, seed: 1")));
    }

    private static ExperimentSpec Valid(string text)
    {
        using var folder = new TemporaryFolder();
        var result = ExperimentReader.Read(folder.Write("a.yaml", text));
        Assert.Empty(result.Problems);
        return result.Spec!;
    }
}
