using System.Text.Json;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.Tests.Commands;

public class ListingTests
{
    [Fact]
    public async Task Policies_lists_every_policy_with_its_parameters()
    {
        var run = await CommandLine.RunAsync("policies");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.All(PolicyCatalog.All, p => Assert.Contains($"{p.Kind}: {p.Summary}.", run.Output, StringComparison.Ordinal));
        Assert.Contains("policy.claimRate = 0.1", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Policies_as_json_is_one_document()
    {
        var run = await CommandLine.RunAsync("policies", "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(PolicyCatalog.All.Select(p => p.Kind), document.RootElement.EnumerateArray().Select(p => p.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Parameters_matches_path_and_meaning()
    {
        var run = await CommandLine.RunAsync("parameters", "--match", "STRAIN");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("turnover.strainEffect", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("horizonTicks", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_as_json_holds_defaults_as_numbers()
    {
        var run = await CommandLine.RunAsync("parameters", "--json");

        using var document = JsonDocument.Parse(run.Output);
        var horizon = document.RootElement.EnumerateArray().Single(p => p.GetProperty("path").GetString() == "horizonTicks");
        Assert.Equal(520, horizon.GetProperty("default").GetInt32());
    }

    [Fact]
    public async Task Parameters_without_a_match_says_so_and_is_no_error()
    {
        var run = await CommandLine.RunAsync("parameters", "--match", "noSuchWord");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("noSuchWord", run.Error, StringComparison.Ordinal);
    }
}
