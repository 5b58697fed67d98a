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

    private static async Task<CommandLine> CompletesAsync(params string[] args)
    {
        var run = await CommandLine.RunAsync(args);
        Assert.True(run.ExitCode == ExitCode.Complete, $"{string.Join(' ', args)}: {run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
