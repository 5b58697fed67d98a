using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Tests.Reading;

namespace LeadershipSim.Experiments.Tests.Plans;

public sealed class ExperimentPlanTests
{
    [Fact]
    public void Replicates_are_interleaved_and_every_run_has_an_id_of_its_own()
    {
        var plan = Plan(ExperimentText.Valid);
        Assert.Equal((6, 30L), (plan.Points.Count, plan.Count));
        var runs = Enumerable.Range(0, 30).Select(k => plan[k]).ToList();
        Assert.Equal(Enumerable.Range(0, 30).Select(k => (k / 6, k % 6)), runs.Select(r => (r.Replicate, r.Point.Index)));
        Assert.Equal(30, runs.Select(r => r.RunId).Distinct().Count());
        Assert.All(runs, r => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", r.RunId));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan[30]);
    }

    [Fact]
    public void Points_hold_the_scenario_with_the_levels_put_in()
    {
        var point = Plan(ExperimentText.Valid).Points[5];
        Assert.Equal([new FactorValue("policy", "generous"), new FactorValue("demand.decisionsPerSeat", 0.4)], point.Values);
        Assert.Equal(0.4, point.Scenario.Demand.DecisionsPerSeat);
        Assert.Equal(new Simulation.Policies.Distributed { ShareRate = 0.2 }, point.Scenario.Policy);
        Assert.Equal(0.5, point.Scenario.Channels.Remote);
    }

    [Fact]
    public void Adding_levels_replicates_or_factors_with_one_level_changes_no_run_id()
    {
        var ids = Ids(Plan(ExperimentText.Valid));
        Assert.Subset(Ids(Plan(ExperimentText.Valid.Replace("[0.1, 0.2, 0.4]", "[0.05, 0.1, 0.2, 0.4]", StringComparison.Ordinal))), ids);
        Assert.Subset(Ids(Plan(ExperimentText.Valid.Replace("replicates: 5", "replicates: 9", StringComparison.Ordinal))), ids);
        Assert.Equal(ids, Ids(Plan(ExperimentText.Valid.Replace("design:", "  trust.step: {levels: [0.1]}\ndesign:", StringComparison.Ordinal))));
        Assert.Empty(Ids(Plan(ExperimentText.Valid.Replace("seed: 0", "seed: 1", StringComparison.Ordinal))).Intersect(ids));
    }

    [Fact]
    public void What_is_asked_of_the_results_does_not_change_the_experiments_id_and_what_moves_results_does()
    {
        var id = Plan(ExperimentText.Valid).ExperimentId;
        Assert.Equal(id, Plan(ExperimentText.Valid.Replace("question: Which?", "question: What?\nfigures: [survival]\nexecution: {workers: 2}", StringComparison.Ordinal)).ExperimentId);
        Assert.Equal(
            id, Plan(ExperimentText.Valid.Replace("channels.remote: 0.5", "channels: {remote: 0.50, local: 0.98}", StringComparison.Ordinal)).ExperimentId);
        Assert.NotEqual(id, Plan(ExperimentText.Valid.Replace("channels.remote: 0.5", "channels.remote: 0.51", StringComparison.Ordinal)).ExperimentId);
    }

    [Fact]
    public void Design_points_share_random_numbers_unless_asked_not_to()
    {
        var common = Plan(ExperimentText.Valid);
        Assert.Equal(common[0].Seed, common[1].Seed);
        Assert.NotEqual(common[0].Seed, common[6].Seed);
        var independent = Plan(ExperimentText.Valid + "\nseeding: independent");
        Assert.Equal(6, Enumerable.Range(0, 6).Select(k => independent[k].Seed).Distinct().Count());
    }

    [Fact]
    public void The_resolved_experiment_reads_back_as_the_same_experiment()
    {
        using var folder = new TemporaryFolder();
        var plan = Plan(ExperimentText.Valid);
        var resolved = ExperimentReader.Read(folder.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(resolved.Problems);
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(resolved.Spec!).ExperimentId);
        Assert.Equal(Ids(plan), Ids(new ExperimentPlan(resolved.Spec!)));
    }

    [Fact]
    public void A_parameter_of_a_kind_can_be_a_factor_beside_the_kind()
    {
        var text = ExperimentText.Valid.Replace("[equal, {kind: distributed, shareRate: 0.2, name: generous}]", "[distributed, succession]", StringComparison.Ordinal)
            .Replace("demand.decisionsPerSeat:", "policy.shareRate:", StringComparison.Ordinal);
        Assert.Equal(
            [0.1, 0.2, 0.4, 0.1, 0.2, 0.4],
            Plan(text).Points.Select(p => p.Scenario.Policy switch
            {
                Simulation.Policies.Distributed d => d.ShareRate,
                Simulation.Policies.Succession s => s.ShareRate,
                _ => double.NaN,
            }));
    }

    private static HashSet<string> Ids(ExperimentPlan plan) => [.. Enumerable.Range(0, (int)plan.Count).Select(k => plan[k].RunId)];

    private static ExperimentPlan Plan(string text)
    {
        using var folder = new TemporaryFolder();
        var result = ExperimentReader.Read(folder.Write("a.yaml", text));
        Assert.Empty(result.Problems);
        return new ExperimentPlan(result.Spec!);
    }
}
