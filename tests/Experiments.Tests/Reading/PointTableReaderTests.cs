using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class PointTableReaderTests
{
    private const string Listed = """
        name: listed
        question: Which?
        expectation: This one.
        factors:
          policy: {levels: [equal, {kind: distributed, shareRate: 0.2, name: generous}]}
        design: {kind: file, path: points.csv}
        replicates: 2
        seed: 0
        """;

    private const string Points = "channels.remote,policy,organization.seats\r\n0.50,generous,12\r\n0.5,equal,20\r\n\"0.9\",generous,20\r\n";

    private static string WithoutFactors => Listed.Replace(
        "factors:\n  policy: {levels: [equal, {kind: distributed, shareRate: 0.2, name: generous}]}\n", "", StringComparison.Ordinal);

    [Fact]
    public void Every_line_is_a_design_point_and_columns_become_factors()
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", Points);
        var plan = Plan(folder, Listed);
        Assert.Equal(["policy", "channels.remote", "organization.seats"], plan.Points[0].Values.Select(v => v.Path));
        Assert.Equal([(0.5, 12), (0.5, 20), (0.9, 20)], plan.Points.Select(p => (p.Scenario.Channels.Remote, p.Scenario.Organization.Seats)));
        Assert.Equal(["generous", "equal", "generous"], plan.Points.Select(p => p.Values[0].Value));
        Assert.Equal(new Simulation.Policies.Distributed { ShareRate = 0.2 }, plan.Points[2].Scenario.Policy);
    }

    [Fact]
    public void No_factors_need_be_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", "policy,policy.shareRate\ndistributed,0.1\nsuccession,0.2");
        var text = Listed.Replace("factors:\n  policy: {levels: [equal, {kind: distributed, shareRate: 0.2, name: generous}]}\n", "", StringComparison.Ordinal);
        Assert.Equal(
            [new Simulation.Policies.Distributed { ShareRate = 0.1 }, new Simulation.Policies.Succession { ShareRate = 0.2 }],
            Plan(folder, text).Points.Select(p => p.Scenario.Policy));
    }

    [Fact]
    public void The_file_is_kept_with_the_results_and_what_it_says_makes_the_experiment()
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", Points);
        var plan = Plan(folder, Listed);
        var (name, text) = Assert.Single(plan.Inputs);
        Assert.Matches("^inputs/[0-9a-z]{8}-points.csv$", name);
        Assert.Equal(Points, text);

        using var results = new TemporaryFolder();
        results.Write(name, text);
        var resolved = ExperimentReader.Read(results.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(resolved.Problems);
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(resolved.Spec!).ExperimentId);
        Assert.Equal(plan.Points.Select(p => p.Id), new ExperimentPlan(resolved.Spec!).Points.Select(p => p.Id));

        folder.Write("points.csv", Points.Replace("0.9", "0.8", StringComparison.Ordinal));
        Assert.NotEqual(plan.ExperimentId, Plan(folder, Listed).ExperimentId);
    }

    [Theory]
    [InlineData("", ":1:1: ", "has no design points")]
    [InlineData("channels.remote,policy\n", ":1:1: ", "has no design points")]
    [InlineData("channels.remote\n0.5\n", ":1:1: ", "no column for the factor policy")]
    [InlineData("channels.remot,policy\n0.5,equal\n", ":1:1: ", "did you mean \"channels.remote\"?")]
    [InlineData("channels.remote,policy\n0.5,equal\n1.5,equal\n", ":3:1: ", "channels.remote is 1.5; allowed is a number from 0 to 1")]
    [InlineData("channels.remote,policy\n0.5,equal\nhigh,equal\n", ":3:1: ", "\"high\"; allowed is a number")]
    [InlineData("channels.remote,policy\n0.5,equal\n0.5,genrous\n", ":3:1: ", "did you mean \"generous\"?")]
    [InlineData("channels.remote,policy\n0.5,equal,1\n", ":2:1: ", "3 fields; the first line names 2 columns")]
    [InlineData("channels.remote,policy\n0.5,equal\n0.6,equal\n0.50,equal\n", ":4:1: ", "stands in line 2 already")]
    [InlineData("policy,policy\nequal,equal\n", ":1:1: ", "stands twice")]
    [InlineData("policy\n\"equal\n", ":1:1: ", "is not closed")]
    public void A_defect_of_the_file_is_named_with_its_line(string csv, string place, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", csv);
        var problems = ExperimentReader.Read(folder.Write("a.yaml", Listed)).Problems.Select(p => p.ToString()).ToList();
        Assert.True(problems.Exists(p => p.Contains($"points.csv{place}", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal)),
            string.Join('\n', problems));
    }

    // 1.7 is no value of the parameter either; 0.95 is one, and is not in the range of the factor.
    [Fact]
    public void A_cell_out_of_the_range_of_its_factor_is_reported_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", "policy,channels.remote\nequal,1.7\ngenerous,0.95\nequal,0.5\n");
        var text = Listed.Replace("design:", "  channels.remote: {range: {from: 0.1, to: 0.9}}\ndesign:", StringComparison.Ordinal);
        Assert.Equal(
            [(2, "channels.remote is 1.7; its range goes from 0.1 to 0.9"), (3, "channels.remote is 0.95; its range goes from 0.1 to 0.9")],
            ExperimentReader.Read(folder.Write("a.yaml", text)).Problems.Select(p => (p.Line, p.Message)));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        var problem = Assert.Single(ExperimentReader.Read(folder.Write("a.yaml", Listed)).Problems);
        Assert.Contains("there is no file", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_cell_says_that_a_parameter_is_not_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", "policy,policy.shareRate,channels.remote\nequal,,0.5\ndistributed,0.2,0.5\ndistributed,0.4,0.7\n");
        var plan = Plan(folder, WithoutFactors);
        Assert.Equal([null, 0.2, 0.4], plan.Points.Select(p => p.Values[1].Value));
        using var results = new TemporaryFolder();
        foreach (var (name, text) in plan.Inputs)
        {
            results.Write(name, text);
        }

        var resolved = ExperimentReader.Read(results.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(resolved.Problems);
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(resolved.Spec!).ExperimentId);
    }

    [Theory]
    [InlineData("equal,0.2,0.5\ndistributed,0.4,0.5", "policy.shareRate is 0.2, and applies only when policy is distributed; leave the cell empty")]
    [InlineData("distributed,0.2,0.5\ndistributed,,0.5", "policy.shareRate is empty; it applies when policy is distributed: give one of its levels")]
    [InlineData("distributed,0.2,0.5\nequal,,", "channels.remote is empty; give a value, or say where it applies, as in when: {policy: [...]}")]
    public void Cells_are_empty_where_a_factor_does_not_apply_and_only_there(string rows, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", "policy,policy.shareRate,channels.remote\n" + rows + "\n");
        var text = Listed.Replace(
            "levels: [equal, {kind: distributed, shareRate: 0.2, name: generous}]}",
            "levels: [equal, distributed]}\n  policy.shareRate: {levels: [0.2, 0.4], when: {policy: distributed}}",
            StringComparison.Ordinal);
        Assert.Contains(message, ExperimentReader.Read(folder.Write("listed.yaml", text)).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_that_is_zipped_with_a_column_needs_none_of_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("points.csv", "policy,organization.seats\nequal,20\ngenerous,12\n");
        var text = Listed.Replace(
            "design:",
            "  organization.seats: {levels: [12, 20]}\n  organization.sites: {levels: [1, 2]}\nzip: [organization.seats, organization.sites]\ndesign:",
            StringComparison.Ordinal);
        Assert.Equal([(20, 2), (12, 1)], Plan(folder, text).Points.Select(p => (p.Scenario.Organization.Seats, p.Scenario.Organization.Sites)));
        folder.Write("points.csv", "policy,organization.seats,organization.sites\nequal,20,1\n");
        Assert.Contains(
            "organization.seats 20, organization.sites 1 do not stand together: zip pairs the levels in their order",
            ExperimentReader.Read(folder.Write("listed.yaml", text)).Problems[0].Message,
            StringComparison.Ordinal);
    }

    private static ExperimentPlan Plan(TemporaryFolder folder, string text)
    {
        var result = ExperimentReader.Read(folder.Write("a.yaml", text));
        Assert.Empty(result.Problems);
        return new ExperimentPlan(result.Spec!);
    }
}
