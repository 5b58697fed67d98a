using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Tests.Plans;

/// <summary>Factors that apply only at some points, and factors that vary together: their points are enumerated by hand.</summary>
public sealed class ConditionalPlanTests
{
    private const string Base = """
        name: paired
        question: Which?
        expectation: This one.
        baseline: {organization: {seats: 10, sites: 2}}
        factors:
          FACTORS
        design: DESIGN
        replicates: 2
        seed: 0
        """;

    private const string Policies = "policy: {levels: [equal, distributed, council]}";
    private const string Rate = "policy.shareRate: {levels: [0.1, 0.4], when: {policy: distributed}}";
    private const string Remote = "channels.remote: {levels: [0.3, 0.6]}";

    [Fact]
    public void A_factor_of_one_policy_multiplies_the_points_of_that_policy_alone()
    {
        var plan = Plan("fullFactorial", Policies, Rate, Remote);
        Assert.Equal(
            [
                "equal – 0.3", "equal – 0.6", "distributed 0.1 0.3", "distributed 0.1 0.6", "distributed 0.4 0.3", "distributed 0.4 0.6",
                "council – 0.3", "council – 0.6",
            ],
            Texts(plan));
        Assert.Equal((0L, 0L), (plan.PointsRefused, plan.PointsRepeated));
        Assert.Equal([0.1, 0.4], plan.Points.Select(p => p.Scenario.Policy).OfType<Distributed>().Select(p => p.ShareRate).Distinct());
    }

    [Fact]
    public void Points_have_the_ids_of_the_same_scenarios_with_listed_levels()
    {
        var listed = Plan(
            "fullFactorial",
            "policy: {levels: [equal, {kind: distributed, shareRate: 0.1, name: a}, {kind: distributed, shareRate: 0.4, name: b}, council]}",
            Remote);
        Assert.Equal(listed.Points.Select(p => p.Id), Plan("fullFactorial", Policies, Rate, Remote).Points.Select(p => p.Id));
    }

    [Fact]
    public void Conditions_may_name_factors_below_and_conditional_ones()
    {
        var plan = Plan(
            "fullFactorial",
            "channels.local: {levels: [0.8, 0.9], when: {policy.shareRate: 0.40}}",
            Rate,
            "policy: {levels: [equal, distributed]}");
        Assert.Equal(["– – equal", "– 0.1 distributed", "0.8 0.4 distributed", "0.9 0.4 distributed"], Texts(plan));
    }

    [Fact]
    public void Factors_of_many_policies_are_counted_as_they_apply()
    {
        // All combinations of 5 factors of 9 levels with 8 sites would be 472,392; each applies to one number of sites.
        var sites = string.Join(", ", Enumerable.Range(1, 8));
        string[] known = ["channels.remote", "channels.local", "trust.step", "turnover.hazardPerTick", "demand.decisionsPerSeat"];
        const string Nine = "[0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]";
        string[] factors = [.. known.Select((p, k) => $"{p}: {{levels: {Nine}, when: {{organization.sites: {k + 1}}}}}")];
        var plan = Plan("fullFactorial", [$"organization.sites: {{levels: [{sites}]}}", .. factors]);
        Assert.Equal((known.Length * 9) + (8 - known.Length), plan.Points.Count);
    }

    [Fact]
    public void Sampled_points_have_no_value_where_a_factor_does_not_apply()
    {
        var plan = Plan(
            "{kind: sobolSequence, points: 32}",
            Policies,
            "policy.shareRate: {range: {from: 0.1, to: 0.4}, when: {policy: [distributed]}}",
            "channels.remote: {range: {from: 0.3, to: 0.6}}");
        Assert.Equal(32, plan.Points.Count);
        Assert.All(plan.Points, p => Assert.Equal(Equals(p.Values[0].Value, "distributed"), p.Values[1].Value is not null));
        Assert.All(plan.Points, p => Assert.Equal(p.Values[1].Value, (p.Scenario.Policy as Distributed)?.ShareRate));
    }

    [Fact]
    public void Environments_under_every_arm_keep_what_only_one_arm_has()
    {
        var plan = Plan(
            "{kind: sobolSequence, points: 4, crossedWith: [policy]}",
            Policies,
            "policy.shareRate: {range: {from: 0.1, to: 0.4}, when: {policy: distributed}}",
            "channels.remote: {range: {from: 0.3, to: 0.6}}");
        Assert.Equal(12, plan.Points.Count);
        Assert.Equal(Enumerable.Range(0, 12).Select(k => (int?)(k / 3)), plan.Points.Select(p => p.Environment));
        Assert.Equal(4, plan.Points.Count(p => p.Values[1].Value is not null));
    }

    [Fact]
    public void One_factor_at_a_time_leaves_out_what_its_middle_rules_out()
    {
        Assert.Equal(
            ["distributed 0.1 0.3", "equal – 0.3", "distributed 0.4 0.3", "distributed 0.1 0.6"],
            Texts(Plan("oneAtATime", "policy: {levels: [distributed, equal]}", Rate, Remote)));
    }

    [Fact]
    public void Zipped_factors_vary_together_and_are_one_of_the_factors_that_are_crossed()
    {
        var factors = new[] { "policy: {levels: [equal, distributed]}", "organization.seats: {levels: [12, 24, 24]}", "organization.sites: {levels: [2, 2, 4]}" };
        var zip = "\nzip: [[organization.seats, organization.sites]]";
        string[] expected = ["equal 12 2", "equal 24 2", "equal 24 4", "distributed 12 2", "distributed 24 2", "distributed 24 4"];
        Assert.Equal(expected, Texts(Plan("fullFactorial" + zip, factors)));
        Assert.Equal(expected, Texts(Plan("fullFactorial\nzip: [organization.seats, organization.sites]", factors)));
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Texts(Plan("{kind: sobolSequence, points: 64}" + zip, factors)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["equal 12 2", "distributed 12 2", "equal 24 2", "equal 24 4"],
            Texts(Plan("oneAtATime" + zip, factors)));
    }

    [Fact]
    public void Zipped_factors_take_one_place_in_saltellis_design()
    {
        var plan = Plan(
            "{kind: saltelli, points: 8}\nzip: [channels.remote, channels.local]", "channels.remote: {levels: [0.3, 0.6]}", "channels.local: {levels: [0.8, 0.9]}",
            "turnover.hazardPerTick: {range: {from: 0.001, to: 0.01}}");
        Assert.Equal(8 * (2 + 2), plan.Points.Count);
        Assert.All(plan.Points, p => Assert.Equal(Equals(p.Values[0].Value, 0.3) ? 0.8 : 0.9, p.Values[1].Value));
    }

    [Fact]
    public void The_resolved_experiment_has_the_same_points()
    {
        using var folder = new TemporaryFolder();
        var plan = Plan("fullFactorial\nzip: [channels.remote, channels.local]", Policies, Rate, Remote, "channels.local: {levels: [0.8, 0.9]}");
        var resolved = ExperimentReader.Read(folder.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(resolved.Problems);
        var again = new ExperimentPlan(resolved.Spec!);
        Assert.Equal((plan.ExperimentId, plan.ResolvedJson), (again.ExperimentId, again.ResolvedJson));
        Assert.Equal(plan.Points.Select(p => p.Id), again.Points.Select(p => p.Id));
    }

    [Theory]
    [InlineData("policy.shareRate: {levels: [0.1]}", "equal has no parameter \"policy.shareRate\"; allowed there: none; to vary it where it is there, write when: {policy: [distributed]}")]
    [InlineData("policy.shareRate: {levels: [0.1], when: {policy: [distributed, council]}}", "policy council has no parameter")]
    [InlineData("channels.local: {levels: [0.1], when: {policy: distribted}}", "has \"distribted\" for policy; allowed are its levels equal, distributed, council, one or a list of them", "distributed")]
    [InlineData("channels.local: {levels: [0.1], when: {polcy: distributed}}", "when of channels.local names polcy, which is not a factor; allowed are policy, channels.remote", "policy")]
    [InlineData("channels.local: {levels: [0.1], when: {channels.local: 0.1}}", "names channels.local, which is that factor itself")]
    [InlineData("channels.local: {levels: [0.1], when: distributed}", "when of channels.local is \"distributed\"; allowed is a mapping")]
    [InlineData("channels.local: {levels: [0.1], when: {policy: []}}", "has an empty list for policy")]
    [InlineData("channels.local: {levels: [0.1, 0.2], when: {trust.step: 0.1}}\n  trust.step: {levels: [0.1], when: {channels.local: 0.1}}", "depend on each other in a circle (when)")]
    [InlineData("channels.local: {levels: [0.1], when: {trust.step: 0.1}}\n  trust.step: {range: {from: 0.1, to: 0.2}}", "names trust.step, which has a distribution or a range without steps")]
    public void Conditions_that_cannot_hold_are_problems(string factor, string message, string? suggestion = null)
    {
        var problem = Read("{kind: latinHypercube, points: 4}", [Policies, Remote, factor]).Problems[0];
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, problem.Suggestion);
        Assert.True(problem.Line >= 8, problem.ToString());
    }

    [Theory]
    [InlineData("zip: channels.remote", "zip is \"channels.remote\"; allowed are groups of at least two factors")]
    [InlineData("zip: [[channels.remote]]", "allowed are groups of at least two factors")]
    [InlineData("zip: [channels.remote, chanels.local]", "zip names chanels.local, which is not a factor", "channels.local")]
    [InlineData("zip: [[channels.remote, channels.local], [channels.local, policy]]", "zip names channels.local twice")]
    [InlineData("zip: [channels.remote, policy]", "channels.remote and policy vary together, and have 2 and 3 levels")]
    [InlineData("zip: [channels.remote, policy.shareRate]", "do not apply at the same points; give each the same when")]
    [InlineData("zip: [channels.remote, trust.step]", "and trust.step has a distribution or a range without steps; give it as many levels")]
    public void Groups_that_cannot_vary_together_are_problems(string zip, string message, string? suggestion = null)
    {
        var problem = Read("{kind: latinHypercube, points: 4}\n" + zip, [Policies, Rate, Remote, "channels.local: {levels: [0.8, 0.9]}", "trust.step: {range: {from: 0.1, to: 0.2}}"]).Problems[0];
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, problem.Suggestion);
    }

    [Theory]
    [InlineData("{kind: saltelli, points: 4}", "saltelli changes one factor at a time at every point, and policy.shareRate applies only at some (when)")]
    [InlineData("{kind: latinHypercube, points: 4}\nanalyses: [tree]", "the analysis tree needs a value of every factor at every design point, and policy.shareRate applies only at some (when)")]
    [InlineData("{kind: fullFactorial}\nzip: [channels.remote, channels.local]\nconstraints: [\"channels.remote > 2\"]", "no design point keeps all constraints")]
    [InlineData("{kind: sobolSequence, points: 4, crossedWith: [channels.local]}\nzip: [channels.remote, channels.local]", "vary together (zip), and crossedWith names only some of them")]
    public void What_designs_and_analyses_cannot_do_is_refused_with_the_reason(string design, string message) => Assert.Contains(
        message, Read(design, [Policies, Rate, Remote, "channels.local: {levels: [0.8, 0.9]}"]).Problems[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_factor_that_applies_nowhere_is_a_problem() => Assert.Contains(
        "policy.shareRate applies at no design point (when)",
        Read("fullFactorial", [Policies, "policy.shareRate: {levels: [0.1], when: {policy: distributed, channels.remote: 0.3}}", "channels.remote: {levels: [0.3, 0.6], when: {policy: equal}}"]).Problems[0].Message,
        StringComparison.Ordinal);

    private static IEnumerable<string> Texts(ExperimentPlan plan) =>
        plan.Points.Select(p => string.Join(' ', p.Values.Select(v => v.Value is null ? FactorValue.Absent : FormattableString.Invariant($"{v.Value}"))));

    private static ExperimentPlan Plan(string design, params string[] factors)
    {
        var result = Read(design, factors);
        Assert.Empty(result.Problems);
        return new(result.Spec!);
    }

    private static ReadResult Read(string design, string[] factors)
    {
        using var folder = new TemporaryFolder();
        return ExperimentReader.Read(folder.Write("paired.yaml", Base
            .Replace("FACTORS", string.Join("\n  ", factors), StringComparison.Ordinal)
            .Replace("DESIGN", design, StringComparison.Ordinal)));
    }
}
