using System.Globalization;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>
/// Runs whose every bit is on record. Where one differs, results at a fixed seed have moved: by mistake, or because the model did,
/// which raises <see cref="ModelRevision"/> and takes new digests from the messages of this test.
/// </summary>
public sealed class GoldenRunTests
{
    private const int Horizon = 200;

    public static TheoryData<string> Runs => [.. ReferenceFile.Rows("golden_runs.csv").Select(row => string.Join(',', row))];

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_has_the_bits_on_record(string line)
    {
        var (policy, variant) = (line.Split(',')[0], line.Split(',')[1]);
        var run = new TickEngine().Run(ScenarioOf(policy, variant), new RunSeed(2026, 3));
        Assert.Equal(line, string.Create(CultureInfo.InvariantCulture, $"{policy},{variant},{run.StateDigest:x16}"));
    }

    [Fact]
    public void Every_policy_has_a_run_on_record() =>
        Assert.Equal(PolicyCatalog.All.Select(p => p.Kind).Order(), ReferenceFile.Rows("golden_runs.csv").Select(row => row[0]).Distinct().Order());

    private static Scenario ScenarioOf(string policy, string variant)
    {
        var scenario = new Scenario { Policy = CatalogProperty.PolicyOf(policy), HorizonTicks = Horizon, Viability = new() { Rule = ViabilityRule.None } };
        return variant switch
        {
            "default" => scenario,
            "smallWorld" => scenario with { Organization = new() { Seats = 100 }, Network = new SmallWorldNetwork(), Learning = new() { Socialization = 0.1, CodeLearning = 0.5 } },
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "no such variant"),
        };
    }
}
