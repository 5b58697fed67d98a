using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Every verb that takes a results folder, with one that version 0.1 wrote.</summary>
public sealed class OlderResultsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _old;

    public OlderResultsCommandTests() => _old = OlderResults.Copy(Path.Combine(AppContext.BaseDirectory, "Results", "results-0.1", "old"), _folder.In("old"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_there_is_analyzed_drawn_reported_asked_and_exported(bool lacksColumn)
    {
        if (lacksColumn)
        {
            await OlderResults.RemoveColumnAsync(_old, "truckFactor");
        }

        await CompletesAsync("analyze", _old);
        await CompletesAsync("plot", _old);
        await CompletesAsync("report", _old);
        await CompletesAsync("status", _old);
        await CompletesAsync("diff", _old, _old);
        await CompletesAsync("query", _old, "select policy, avg(endTick) from runs group by all");
        await CompletesAsync("sensitivity", _old, "--method", "shapley");
        await CompletesAsync("export", _old, "--output", _folder.In("out"), "--author", "A. Researcher", "--license", "MIT");
        Assert.Contains("sound", (await CompletesAsync("verify", _old)).Output, StringComparison.Ordinal);
        if (lacksColumn)
        {
            var run = await CommandLine.RunAsync("sensitivity", _old, "--method", "shapley", "--output", "truckFactor");
            Assert.NotEqual(ExitCode.Complete, run.ExitCode);
            Assert.Contains("has no column truckFactor", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Runs_of_other_rules_are_not_compared_with_runs_of_these()
    {
        OlderResults.ChangeManifest(_old, m => m["modelRevision"] = 1);
        foreach (var args in new string[][] { ["replay", _old, "2m36839g"], ["reproduce", _old] })
        {
            var run = await CommandLine.RunAsync(args);
            Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
            Assert.Contains("model revision 1, as version 0.1.0", run.Error, StringComparison.Ordinal);
            Assert.Contains($"revision {ModelRevision.Current}", run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("no run was made again", (await CompletesAsync("verify", _old)).Output, StringComparison.Ordinal);
        Assert.Contains("model revision 1", (await CompletesAsync("analyze", _old)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_an_older_version_are_not_written_into_tables_of_this_one_and_the_version_that_merges_them_is_named()
    {
        var target = _folder.In("merged");
        var run = await CommandLine.RunAsync("merge", target, _old);
        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains("model revision 2, as version 0.1.0", run.Error, StringComparison.Ordinal);
        Assert.Contains("To merge them, use that version", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public async Task A_folder_of_a_later_version_is_read_as_far_as_it_is_understood_and_says_so()
    {
        OlderResults.ChangeManifest(_old, m =>
        {
            (m["formatVersion"], m["toolVersion"], m["hours"]) = (9, "9.0.0", 3);
            m["hashes"]!.AsObject().Remove("experiment.resolved.json");
        });
        var file = Path.Combine(_old, "experiment.resolved.json");
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file)).Replace("\"seed\": 11", "\"seed\": 11, \"audience\": \"all\"", StringComparison.Ordinal));
        foreach (var verb in new[] { "analyze", "plot", "report", "table", "sensitivity" })
        {
            var run = await CompletesAsync(verb, _old);
            Assert.Contains("written by a later version", run.Error, StringComparison.Ordinal);
            Assert.Contains("audience", run.Error, StringComparison.Ordinal);
        }

        await CompletesAsync("status", _old);
        await CompletesAsync("query", _old, "select count(*) from runs");
    }

    private static async Task<CommandLine> CompletesAsync(params string[] args)
    {
        var run = await CommandLine.RunAsync(args);
        Assert.True(run.ExitCode == ExitCode.Complete, $"{string.Join(' ', args)}: {run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
