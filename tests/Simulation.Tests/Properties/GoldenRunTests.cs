using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>
/// Runs whose every bit is on record. Where one differs, results at a fixed seed have moved: by mistake, or because the model did,
/// which raises <see cref="ModelRevision"/> and writes the record again.
/// </summary>
public sealed class GoldenRunTests
{
    private const int Horizon = 200;
    private const string Record = "tests/Simulation.Tests/Reference/golden_runs.csv";
    private const string Command = "GOLDEN_RUNS=write dotnet test tests/Simulation.Tests -c Release --filter GoldenRunTests";
    private static readonly string[] Variants = ["default", "smallWorld"];

    [Fact]
    public void Every_run_has_the_bits_on_record()
    {
        string[] lines = [.. from policy in PolicyCatalog.All from variant in Variants select Line(policy.Kind, variant)];
        if (Environment.GetEnvironmentVariable("GOLDEN_RUNS") == "write")
        {
            File.WriteAllLines(Path.Combine(Root(), Record), ["policy,variant,digest", .. lines]);
            return;
        }

        string[] moved = [.. lines.Except(ReferenceFile.Rows("golden_runs.csv").Select(row => string.Join(',', row)))];
        Assert.True(
            moved.Length == 0,
            $"{moved.Length} of {lines.Length} runs differ from {Record}: {string.Join("; ", moved)}. If the rules were meant to change, raise ModelRevision and write the record again: {Command}");
    }

    private static string Line(string policy, string variant) =>
        FormattableString.Invariant($"{policy},{variant},{new TickEngine().Run(ScenarioOf(policy, variant), new RunSeed(2026, 3)).StateDigest:x16}");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeadershipSim.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} holds LeadershipSim.sln");
        }

        return folder.FullName;
    }

    private static Scenario ScenarioOf(string policy, string variant)
    {
        var scenario = new Scenario { Policy = CatalogProperty.PolicyOf(policy), HorizonTicks = Horizon, Viability = new() { Rule = ViabilityRule.None } };
        return variant switch
        {
            "default" => scenario,
            "smallWorld" => scenario with
            {
                Organization = new() { Seats = 100 },
                Network = new SmallWorldNetwork(),
                Learning = new() { Socialization = 0.1, CodeLearning = 0.5 },
            },
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "no such variant"),
        };
    }
}
