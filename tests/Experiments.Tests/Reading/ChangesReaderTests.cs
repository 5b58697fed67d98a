using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>Changes in the course of a run, as experiment files say them.</summary>
public sealed class ChangesReaderTests
{
    private const string Arms = """
        policy: {levels: [hoarding, distributed]}
        """;

    [Fact]
    public void Changes_stand_beside_the_baseline_or_in_it()
    {
        const string Changes = """[{tick: 60, set: {policy: {kind: distributed, shareRate: 0.3}, demand.decisionsPerSeat: 0.2}}, """
            + """{when: "vitality  <  0.6 for 4 ticks", set: {demand: {decisionsPerSeat: 0.1}}}]""";
        var (beside, within) = (Spec($"changes: {Changes}"), Spec($"baseline: {{changes: {Changes}}}"));
        Assert.Equal(new ExperimentPlan(beside).Points.Select(p => p.Id), new ExperimentPlan(within).Points.Select(p => p.Id));
        var changes = beside.Baseline.Changes;
        Assert.Equal((60, 1), (changes[0].Tick, changes[0].ForTicks));
        Assert.Equal(("vitality < 0.6", 4), (changes[1].When!.Text, changes[1].ForTicks));
        Assert.Equal("policy distributed, demand.decisionsPerSeat 0.2", changes[0].Edit.Summary);
        var after = changes[1].Edit.Of(changes[0].Edit.Of(beside.Baseline));
        Assert.Equal((0.3, 0.1), (((Distributed)after.Policy).ShareRate, after.Demand.DecisionsPerSeat));
    }

    [Fact]
    public void A_resolved_experiment_with_changes_is_read_as_the_same()
    {
        var spec = Spec(
            """changes: [{tick: 60, set: {policy: distributed}}, {when: "vitality < 0.6 for 4 ticks", set: {policy.shareRate: 0.3}}]""",
            """changes[0].tick: {levels: [30, 60]}""",
            """changes[1].when: {levels: ["vitality < 0.6", "vitality < 0.7 for 2 ticks"]}""",
            """changes[0].set.policy: {levels: [distributed, {kind: distributed, shareRate: 0.4, name: fast}]}""");
        var plan = new ExperimentPlan(spec);
        Assert.Equal(8, plan.Points.Select(p => p.Id).Distinct().Count());
        using var folder = new TemporaryFolder();
        var again = ExperimentReader.ReadArchived(folder.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(again.Problems);
        var second = new ExperimentPlan(again.Spec!);
        Assert.Equal((plan.ExperimentId, plan.ResolvedJson), (second.ExperimentId, second.ResolvedJson));
    }

    [Fact]
    public void Always_never_and_switch_are_levels_of_one_factor()
    {
        var plan = new ExperimentPlan(Spec(
            "baseline: {policy: hoarding}",
            """
            changes: {levels: [{name: never, changes: []}, {name: always, changes: [{tick: 0, set: {policy: distributed}}]},
              {name: switch, changes: [{when: "vitality < 0.6", set: {policy: distributed}}]}]}
            """));
        Assert.Equal(["never", "always", "switch"], plan.Points.Select(p => (string)p.Values[0].Value!));

        // At the founding there is nothing to change: the runs are those of the policies.
        var policies = new ExperimentPlan(Spec(Arms));
        Assert.Equal(policies.Points.Select(p => p.Id), plan.Points.Take(2).Select(p => p.Id));
        Assert.Empty(plan.Points[1].Scenario.Changes);
        using var folder = new TemporaryFolder();
        var again = new ExperimentPlan(ExperimentReader.ReadArchived(folder.Write("resolved.json", plan.ResolvedJson)).Spec!);
        Assert.Equal(plan.ExperimentId, again.ExperimentId);
    }

    [Fact]
    public void An_empty_list_of_changes_leaves_every_id_as_it_is()
    {
        var (without, with) = (new ExperimentPlan(Spec(Arms)), new ExperimentPlan(Spec(Arms, "changes: []")));
        Assert.Equal((without.ExperimentId, without[0].RunId, without.ResolvedJson), (with.ExperimentId, with[0].RunId, with.ResolvedJson));
        Assert.DoesNotContain("\"changes\"", without.ResolvedJson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changes: [{tick: 60, set: {organization.seats: 9}}]", "changes[0].set.organization.seats cannot change in the course of a run: seats are laid out once; allowed: ")]
    [InlineData("changes: [{tick: 60, set: {network: complete}}]", "changes[0].set.network cannot change in the course of a run: ties are laid once")]
    [InlineData("changes: [{tick: 60, set: {policy.shareRat: 1}}]", "changes[0].set has \"policy.shareRat\", which is not a parameter; allowed there: shareRate")]
    [InlineData("changes: [{tick: 60, when: \"vitality < 1\", set: {policy: equal}}]", "changes[0] has both tick and when; allowed is one of tick:")]
    [InlineData("changes: [{set: {policy: equal}}]", "changes[0] has neither tick nor when")]
    [InlineData("changes: [{tick: 60}]", "changes[0].set is missing; allowed is a mapping of what changes")]
    [InlineData("changes: [{tick: -1, set: {policy: equal}}]", "changes[0].tick is -1; allowed is a whole number from 0 to 1000000")]
    [InlineData("changes: [{when: vitality, set: {policy: equal}}]", "changes[0].when is \"vitality\", which is a number; allowed is a condition")]
    [InlineData("changes: [{when: \"vitalty < 1\", set: {policy: equal}}]", "changes[0].when: character 1: \"vitalty\" is not a quantity; allowed are ")]
    [InlineData("changes: [{when: \"vitality < 1 for 0 ticks\", set: {policy: equal}}]", "changes[0].when is \"vitality < 1 for 0 ticks\"; for … ticks is allowed with a whole number")]
    [InlineData("changes: [{tick: 60, set: {policy.shareRate: 2}}]", "changes[0].set.policy.shareRate is")]
    [InlineData("changes: {tick: 60}", "changes is a mapping; allowed is a list")]
    [InlineData("changes: []\nbaseline: {changes: []}", "changes stands beside the baseline and in it")]
    public void What_cannot_be_is_said_with_what_is_allowed(string changes, string message)
    {
        var problems = Read(changes, Arms.Replace("hoarding, ", "", StringComparison.Ordinal)).Problems;
        Assert.Contains(problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("changes[0].tick: {levels: [30, 60]}", "changes[0].tick varies the tick of a change that is made when vitality < 0.6")]
    [InlineData("changes[1].tick: {levels: [30, 60]}", "the model has no parameter \"changes[1].tick\"; allowed there: changes[0]")]
    [InlineData("changes[0].set.trust.step: {levels: [0.1]}", "the model has no parameter \"changes[0].set.trust.step\"; allowed there: policy.shareRate")]
    [InlineData("changes: {levels: [{changes: []}]}", "a level of changes is a mapping without name and changes, or with more")]
    public void Factors_of_changes_name_what_there_is(string factor, string message)
    {
        var problems = Read("""changes: [{when: "vitality < 0.6", set: {policy.shareRate: 0.2}}]""", factor).Problems;
        Assert.Contains(problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_change_sets_must_exist_under_every_policy()
    {
        var problems = Read("changes: [{tick: 60, set: {policy.shareRate: 0.2}}]", Arms).Problems;
        Assert.Contains(problems, p => p.Message.StartsWith("changes: a change sets policy.shareRate, which hoarding does not have", StringComparison.Ordinal));
    }

    private static ExperimentSpec Spec(string first, params string[] factors)
    {
        var result = Read(first.Contains("levels", StringComparison.Ordinal) ? "" : first,
            first.Contains("levels", StringComparison.Ordinal) ? [first, .. factors] : factors);
        Assert.Empty(result.Problems);
        return result.Spec!;
    }

    private static ReadResult Read(string keys, params string[] factors)
    {
        var isKey = (string line) => line.StartsWith("changes: [", StringComparison.Ordinal);
        string[] sections = [keys, .. factors.Where(isKey)];
        string[] varied = [.. factors.Where(f => !isKey(f))];
        var text = $"""
            name: course
            question: Which?
            expectation: None.
            design: fullFactorial
            replicates: 2
            seed: 1
            {string.Join("\n", sections)}
            factors:
            {string.Join("\n", varied.DefaultIfEmpty("channels.remote: {levels: [0.5]}").Select(f => "  " + f))}
            """;
        using var folder = new TemporaryFolder();
        return ExperimentReader.Read(folder.Write("a.yaml", text));
    }
}
