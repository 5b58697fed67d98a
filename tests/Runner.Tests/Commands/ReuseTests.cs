using System.Text.Json.Nodes;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Experiments that grow, from the command line: what is said, and that all bytes are those of an experiment from nothing.</summary>
public sealed class ReuseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_beside_the_results_are_taken_and_every_file_is_that_of_an_experiment_from_nothing()
    {
        string[] grown = [ExampleFiles.Small, "--set", "replicates=12"];
        await RunAsync("results", ExampleFiles.Small);
        var plan = await CommandLine.RunAsync(["plan", .. grown, "-o", _folder.In("results")]);
        var run = await CommandLine.RunAsync(["run", .. grown, "-o", _folder.In("results")]);
        var nothing = await RunAsync("nothing", grown);

        Assert.Contains("40 of 48 runs can be taken from ", plan.Output, StringComparison.Ordinal);
        Assert.Contains("40 of 48 runs taken from ", run.Error, StringComparison.Ordinal);
        Assert.Contains("8 runs in ", run.Error, StringComparison.Ordinal);
        Assert.Equal(ResultFiles.Of(nothing), ResultFiles.Of(run.Output.Trim()));

        // What may differ is who ran it when, and where runs were taken from.
        var (a, b) = (Manifest(run.Output.Trim()), Manifest(nothing));
        Assert.Equal(40, (long?)a["reused"]?[0]?["runs"]);
        foreach (var key in new[] { "reused", "sessions", "statements", "sha256OfTheAbove" })
        {
            a.Remove(key);
            b.Remove(key);
        }

        Assert.Equal(b.ToJsonString(), a.ToJsonString());
        Assert.Contains("sound", (await CommandLine.RunAsync("verify", run.Output.Trim(), "--sample", "48")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reuse_runs_all_and_reuse_names_other_places()
    {
        var elsewhere = await RunAsync("elsewhere", ExampleFiles.Small);
        Assert.Contains("48 runs in ", (await GrowAsync("a", "--no-reuse")).Error, StringComparison.Ordinal);
        Assert.Contains("40 of 48 runs taken from " + elsewhere, (await GrowAsync("b", "--reuse", _folder.In("elsewhere"))).Error, StringComparison.Ordinal);
        Assert.Contains("40 of 48 runs taken from " + elsewhere, (await GrowAsync("c", "--reuse", elsewhere)).Error, StringComparison.Ordinal);

        var none = await GrowAsync("d", "--reuse", _folder.In("nowhere"));
        Assert.Equal(ExitCode.Invalid, none.ExitCode);
        Assert.Contains("which does not exist", none.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Invalid, (await GrowAsync("d", "--reuse", elsewhere, "--no-reuse")).ExitCode);
    }

    [Fact]
    public async Task Results_of_other_rules_are_noted_beside_and_refused_by_name()
    {
        var old = await RunAsync("results", ExampleFiles.Small);
        var manifest = Manifest(old);
        manifest["modelRevision"] = 2;
        File.WriteAllText(Path.Combine(old, "manifest.json"), manifest.ToJsonString());

        var beside = await GrowAsync("results");
        Assert.Contains($"note: nothing can be taken from {old}: its runs are of model revision 2", beside.Error, StringComparison.Ordinal);
        Assert.Contains("48 runs in ", beside.Error, StringComparison.Ordinal);
        var named = await GrowAsync("other", "--reuse", old);
        Assert.Equal(ExitCode.ResultsUnusable, named.ExitCode);
        Assert.Contains("model revision 2", named.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_experiment_has_nothing_to_run()
    {
        await RunAsync("results", ExampleFiles.Small);
        var again = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"));
        Assert.Contains("complete: nothing to run", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ETA", again.Error, StringComparison.Ordinal);
        Assert.Contains("complete: nothing to run", (await CommandLine.RunAsync("plan", ExampleFiles.Small, "-o", _folder.In("results"))).Output, StringComparison.Ordinal);
    }

    private Task<CommandLine> GrowAsync(string place, params string[] more) =>
        CommandLine.RunAsync(["run", ExampleFiles.Small, "--set", "replicates=12", "-o", _folder.In(place), .. more]);

    private async Task<string> RunAsync(string place, params string[] arguments) =>
        (await CommandLine.RunAsync(["run", .. arguments, "-o", _folder.In(place), "-q"])).Output.Trim();

    private static JsonObject Manifest(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!.AsObject();
}
