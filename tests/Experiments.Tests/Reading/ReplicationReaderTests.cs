using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class ReplicationReaderTests
{
    private const string Adaptive = "replicates: {min: 20, max: 400, batch: 5, lookAhead: 2, confidence: 0.9, until: [{output: failed, halfWidth: 0.05}, {output: failed, contrastHalfWidth: 0.1}]}";

    [Fact]
    public void A_rule_is_read_and_written_back()
    {
        var spec = Read(Adaptive).Spec!;
        Assert.Equal(400, spec.Replicates);
        var rule = spec.Replication!;
        Assert.Equal((20, 400, 5, 2, 0.9), (rule.Min, rule.Max, rule.Batch, rule.LookAhead, rule.Confidence));
        Assert.Equal([new PrecisionGoal { Output = "failed", HalfWidth = 0.05 }, new PrecisionGoal { Output = "failed", ContrastHalfWidth = 0.1 }], rule.Until);

        var plan = new ExperimentPlan(spec);
        using var folder = new TemporaryFolder();
        var again = new ExperimentPlan(ExperimentReader.Read(folder.Write("resolved.json", plan.ResolvedJson)).Spec!);
        Assert.Equal(plan.ExperimentId, again.ExperimentId);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var rule = Read("replicates: {max: 100, until: [{output: endTick, relativeHalfWidth: 0.1}]}").Spec!.Replication!;
        Assert.Equal((30, 10, 5, 0.95), (rule.Min, rule.Batch, rule.LookAhead, rule.Confidence));
    }

    [Theory]
    [InlineData("max: 400", "mx: 400", "did you mean \"max\"?")]
    [InlineData("max: 400, ", "", "replicates.max is missing")]
    [InlineData("max: 400", "max: 10", "replicates.max is 10, less than min, 20")]
    [InlineData("min: 20", "min: 1", "replicates.min is \"1\"; allowed is a whole number from 2")]
    [InlineData("confidence: 0.9", "confidence: 95", "replicates.confidence is \"95\"; allowed is a number above 0.5, up to 0.9999")]
    [InlineData("output: failed, halfWidth: 0.05", "output: faild, halfWidth: 0.05", "did you mean \"failed\"?")]
    [InlineData("output: failed, halfWidth: 0.05", "halfWidth: 0.05", "the goal names no output")]
    [InlineData("output: failed, halfWidth: 0.05", "output: failed", "the goal has 0 widths")]
    [InlineData("output: failed, halfWidth: 0.05", "output: failed, halfWidth: 0.05, relativeHalfWidth: 0.1", "the goal has 2 widths")]
    [InlineData("output: failed, halfWidth: 0.05", "output: failed, relativeHalfWidth: 0.05", "relativeHalfWidth is for means, and failed is a share of runs")]
    [InlineData("halfWidth: 0.05}", "halfWidth: 0}", "halfWidth is \"0\"; allowed is a number above 0")]
    [InlineData("halfWidth: 0.05}", "width: 0.05}", "unknown key \"width\"")]
    [InlineData("until: [{output: failed, halfWidth: 0.05}, {output: failed, contrastHalfWidth: 0.1}]", "until: []", "replicates.until is not a list of goals")]
    public void A_defect_is_named_with_what_is_allowed(string good, string bad, string message)
    {
        Assert.Contains(good, Adaptive, StringComparison.Ordinal);
        var problems = Read(Adaptive.Replace(good, bad, StringComparison.Ordinal)).Problems.Select(p => p.ToString()).ToList();
        Assert.True(
            problems.Exists(p => p.Contains(":12:", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal)), string.Join('\n', problems));
    }

    [Theory]
    [InlineData("seed: 0", "seed: 0\nseeding: independent", "needs seeding: common")]
    [InlineData("policy: {levels: [equal, {kind: distributed, shareRate: 0.2, name: generous}]}", "channels.remote: {levels: [0.1, 0.2]}", "needs policy among the factors")]
    public void Contrasts_need_policies_that_share_random_numbers(string good, string bad, string message)
    {
        var problems = Read(Adaptive, good, bad).Problems;
        Assert.Contains(problems, p => p.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static ReadResult Read(string replicates, string good = "name: small", string bad = "name: small")
    {
        using var folder = new TemporaryFolder();
        var text = ExperimentText.Valid.Replace("replicates: 5", replicates, StringComparison.Ordinal).Replace(good, bad, StringComparison.Ordinal);
        return ExperimentReader.Read(folder.Write("a.yaml", text));
    }
}
