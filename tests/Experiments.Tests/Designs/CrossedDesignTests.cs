using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tests.Running;

namespace LeadershipSim.Experiments.Tests.Designs;

/// <summary>Every environment is run under every arm.</summary>
public sealed class CrossedDesignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{kind: latinHypercube, points: 6, crossedWith: [policy]}", 6)]
    [InlineData("{kind: sobolSequence, points: 8, crossedWith: [policy]}", 8)]
    [InlineData("{kind: halton, points: 5, crossedWith: [policy]}", 5)]
    [InlineData("{kind: random, points: 7, crossedWith: [policy]}", 7)]
    [InlineData("{kind: morris, trajectories: 3, candidates: 5, crossedWith: [policy]}", 9)]
    [InlineData("{kind: saltelli, points: 4, crossedWith: [policy]}", 16)]
    [InlineData("{kind: file, path: points.csv, crossedWith: [policy]}", 3)]
    public void Environments_are_the_same_under_every_arm(string design, int environments)
    {
        var plan = PlanOf(design);
        Assert.Equal(3 * environments, plan.Points.Count);
        foreach (var environment in plan.Points.GroupBy(p => p.Environment))
        {
            Assert.Equal(["hoarding", "distributed", "succession"], environment.Select(p => p.Values[0].Value));
            Assert.Single(environment.Select(p => (p.Values[1].Value, p.Values[2].Value)).Distinct());
        }

        Assert.Equal(Enumerable.Range(0, environments), plan.Points.Select(p => p.Environment!.Value).Distinct());
        Assert.Equal(environments, plan.Points.Select(p => (p.Values[1].Value, p.Values[2].Value, p.Environment)).Distinct().Count());
    }

    [Theory]
    [InlineData("common", 1)]
    [InlineData("independent", 6)]
    public void The_arms_of_an_environment_meet_the_same_random_numbers(string seeding, int different)
    {
        var plan = PlanOf("{kind: latinHypercube, points: 6, crossedWith: [policy]}", $"seeding: {seeding}");
        var runs = Enumerable.Range(0, plan.Points.Count).Select(k => plan[k]).ToList();
        Assert.All(runs.GroupBy(r => r.Point.Environment), g => Assert.Single(g.Select(r => r.Seed).Distinct()));
        Assert.Equal(different, runs.Select(r => r.Seed).Distinct().Count());
        Assert.Equal(runs.Count, runs.Select(r => r.RunId).Distinct().Count());
    }

    [Fact]
    public void The_resolved_experiment_gives_the_same_plan_and_has_an_id_of_its_own()
    {
        var plan = PlanOf("{kind: latinHypercube, points: 6, crossedWith: [policy]}");
        var again = new ExperimentPlan(ExperimentReader.Read(_folder.Write("resolved.json", plan.ResolvedJson)).Spec!);
        Assert.Equal(plan.ExperimentId, again.ExperimentId);
        Assert.Equal(plan.Points.Select(p => (p.Id, p.Environment)), again.Points.Select(p => (p.Id, p.Environment)));
        Assert.NotEqual(plan.ExperimentId, PlanOf("{kind: latinHypercube, points: 6}").ExperimentId);
    }

    [Fact]
    public void Tables_name_the_environment_only_where_there_are_environments()
    {
        var plan = PlanOf("{kind: random, points: 3, crossedWith: [policy]}");
        var manifest = SmallStudy.Manifest(plan) with { Factors = ["policy", "channels.remote", "channels.local"] };
        using (var store = RunStore.Open(_folder.Path, plan, manifest, new Dictionary<string, string>()))
        {
            Experiments.Running.Sweep.Run(plan, store, new(), CancellationToken.None);
        }

        var table = RunTable.Read(_folder.Path);
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2], table.Numbers("environment"));
        Assert.DoesNotContain("environment", table.Outputs);
        var text = File.ReadAllText(Path.Combine(_folder.Path, "runs.csv"));
        Assert.StartsWith("runId,runIndex,pointIndex,replicate,environment,policy,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("environment", new RunColumns(SmallStudy.Plan().Points).Columns.Select(c => c.Name));
    }

    [Theory]
    [InlineData("{kind: random, points: 3, crossedWith: [polcy]}", "crossed with polcy, which is not a factor; allowed are policy, channels.remote, channels.local")]
    [InlineData("{kind: random, points: 3, crossedWith: policy}", "design.crossedWith is \"policy\"; allowed is a list of factors")]
    [InlineData("{kind: random, points: 3, crossedWith: []}", "allowed is a list of factors")]
    [InlineData("{kind: random, points: 3, crossedWith: [channels.remote]}", "crossedWith needs levels, and channels.remote has a distribution")]
    [InlineData("{kind: saltelli, points: 3, crossedWith: [policy]}", "saltelli needs a power of two")]
    [InlineData("{kind: random, points: 3, crossedWith: [policy, channels.remote, channels.local]}", "nothing makes environments")]
    public void What_cannot_be_crossed_is_named(string design, string message)
    {
        var problems = Read(design).Problems;
        Assert.Contains(message, string.Join('\n', problems), StringComparison.Ordinal);
    }

    private ExperimentPlan PlanOf(string design, string more = "")
    {
        var read = Read(design, more);
        Assert.Empty(read.Problems);
        return new ExperimentPlan(read.Spec!);
    }

    private ReadResult Read(string design, string more = "")
    {
        _folder.Write("points.csv", "channels.remote,channels.local\n0.1,0.2\n0.3,0.4\n0.5,0.6\n");
        var isFile = design.Contains("kind: file", StringComparison.Ordinal);
        return ExperimentReader.Read(_folder.Write("a.yaml", $$"""
            name: crossed
            question: q
            expectation: e
            baseline: {organization: {seats: 6, sites: 2}, horizonTicks: 20}
            factors:
              policy: {levels: [hoarding, distributed, succession]}
              {{(isFile ? "" : "channels.remote: {range: {from: 0.1, to: 0.9}}")}}
              {{(isFile ? "" : "channels.local: {range: {from: 0.1, to: 0.9}}")}}
            design: {{design}}
            replicates: 1
            seed: 1
            {{more}}
            """));
    }
}
