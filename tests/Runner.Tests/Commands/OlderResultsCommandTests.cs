using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Every verb that takes a results folder, with one of each released format.</summary>
public sealed class OlderResultsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0.1", false)]
    [InlineData("0.1", true)]
    [InlineData("0.2", false)]
    [InlineData("0.2", true)]
    public async Task What_is_there_is_analyzed_drawn_reported_asked_and_exported(string version, bool lacksColumn)
    {
        var old = Old(version);
        if (lacksColumn)
        {
            await OlderResults.RemoveColumnAsync(old, "truckFactor");
        }

        await CompletesAsync("analyze", old);
        await CompletesAsync("plot", old);
        await CompletesAsync("report", old);
        await CompletesAsync("status", old);
        await CompletesAsync("diff", old, old);
        await CompletesAsync("query", old, "select policy, avg(endTick) from runs group by all");
        await CompletesAsync("sensitivity", old, "--method", "shapley");
        await CompletesAsync("export", old, "--output", _folder.In("out"), "--author", "A. Researcher", "--license", "MIT");
        var verified = await CommandLine.RunAsync("verify", old);
        // The format of 0.2 is that of this version, which sees that its table has lost a column.
        var expected = lacksColumn && version == "0.2" ? "runs.parquet: it differs from the shards" : "sound: ";
        Assert.Contains(expected, verified.Output + verified.Error, StringComparison.Ordinal);
        if (lacksColumn)
        {
            var run = await CommandLine.RunAsync("sensitivity", old, "--method", "shapley", "--output", "truckFactor");
            Assert.NotEqual(ExitCode.Complete, run.ExitCode);
            Assert.Contains("has no column truckFactor", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0.1", "2m36839g")]
    [InlineData("0.2", "1rgd6f1v")]
    public async Task Runs_of_other_rules_are_not_compared_with_runs_of_these(string version, string run)
    {
        var old = Old(version);
        OlderResults.ChangeManifest(old, m => m["modelRevision"] = 1);
        foreach (var args in new string[][] { ["replay", old, run], ["reproduce", old] })
        {
            var call = await CommandLine.RunAsync(args);
            Assert.Equal(ExitCode.ResultsUnusable, call.ExitCode);
            Assert.Contains($"model revision 1, as version {version}.0", call.Error, StringComparison.Ordinal);
            Assert.Contains($"revision {ModelRevision.Current}", call.Error, StringComparison.Ordinal);
        }

        Assert.Contains("no run was made again", (await CompletesAsync("verify", old)).Output, StringComparison.Ordinal);
        Assert.Contains("model revision 1", (await CompletesAsync("analyze", old)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_an_older_version_are_not_written_into_tables_of_this_one_and_the_version_that_merges_them_is_named()
    {
        var target = _folder.In("merged");
        var run = await CommandLine.RunAsync("merge", target, Old("0.1"));
        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains("model revision 2, as version 0.1.0", run.Error, StringComparison.Ordinal);
        Assert.Contains("To merge them, use that version", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("0.2")]
    public async Task A_folder_of_a_later_version_is_read_as_far_as_it_is_understood_and_says_so(string version)
    {
        var old = Old(version);
        OlderResults.ChangeManifest(old, m =>
        {
            (m["formatVersion"], m["toolVersion"], m["hours"]) = (9, "9.0.0", 3);
            m["hashes"]!.AsObject().Remove("experiment.resolved.json");
        });
        var file = Path.Combine(old, "experiment.resolved.json");
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file)).Replace("\"seed\": 11", "\"seed\": 11, \"audience\": \"all\"", StringComparison.Ordinal));
        foreach (var verb in new[] { "analyze", "plot", "report", "table", "sensitivity" })
        {
            var run = await CompletesAsync(verb, old);
            Assert.Contains("written by a later version", run.Error, StringComparison.Ordinal);
            Assert.Contains("audience", run.Error, StringComparison.Ordinal);
        }

        await CompletesAsync("status", old);
        await CompletesAsync("query", old, "select count(*) from runs");
    }

    // The one folder of results that a version's reference holds.
    private string Old(string version)
    {
        var source = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Results", $"results-{version}")).Single();
        return OlderResults.Copy(source, _folder.In("old"));
    }

    private static async Task<CommandLine> CompletesAsync(params string[] args)
    {
        var run = await CommandLine.RunAsync(args);
        Assert.True(run.ExitCode == ExitCode.Complete, $"{string.Join(' ', args)}: {run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
