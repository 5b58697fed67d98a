using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>
/// Factors that vary together, factors that only some policies have, and several designs: whichever way the runs come about, the bytes are those of a
/// run from nothing in one piece.
/// </summary>
public sealed class ConditionalRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public ConditionalRunTests() => _file = _folder.Write("paired.yaml", """
        name: paired
        question: Which?
        expectation: None.
        baseline: {organization: {seats: 10, sites: 2}, horizonTicks: 40}
        factors:
          policy: {levels: [hoarding, distributed]}
          channels.remote: {levels: [0.2, 0.6]}
          trust.step: {levels: [0.05, 0.15]}
          policy.shareRate: {levels: [0.1, 0.3], when: {policy: distributed}}
        zip: [channels.remote, trust.step]
        replicates: 5
        seed: 1
        figures: []
        designs: {grid: {design: fullFactorial}, star: {design: oneAtATime}}
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shares_that_are_merged_have_the_bytes_of_one_run()
    {
        var whole = await RunAsync("whole");
        for (var share = 1; share <= 3; share++)
        {
            var part = await CommandLine.RunAsync("run", _file, "-o", _folder.In("shares"), "-q", "--shard", $"{share}/3");
            Assert.True(part.ExitCode == ExitCode.Complete, part.Error);
        }

        foreach (var folder in whole)
        {
            var merged = folder.Replace(_folder.In("whole"), _folder.In("shares"), StringComparison.Ordinal);
            var merge = await CommandLine.RunAsync("merge", merged, "-q");
            Assert.True(merge.ExitCode == ExitCode.Complete, merge.Error);
            Assert.Equal(ResultFiles.Of(folder), ResultFiles.Of(merged));
        }
    }

    // The eighth run of each design stops it; later sessions run it and the rest.
    [Fact]
    public async Task What_stops_and_is_resumed_has_the_bytes_of_one_run()
    {
        var whole = await RunAsync("whole");
        var stopped = await CommandLine.RunWithAsync(
            () =>
            {
                var engine = new TickEngine();
                return run => run.Index == 7 ? throw new InvalidOperationException("no") : engine.Run(run.Point.Scenario, run.Seed);
            },
            "run", _file, "-o", _folder.In("stopped"), "--workers", "1", "--fail-fast");
        Assert.Equal(ExitCode.SomeRunsFailed, stopped.ExitCode);
        Assert.Contains("stopped: because 1 run failed", stopped.Error, StringComparison.Ordinal);

        Assert.Equal(
            whole.Select(ResultFiles.Of),
            (await RunAsync("stopped", "--retry-failed")).Select(ResultFiles.Of));
    }

    [Theory]
    [InlineData("replicates=8")]
    [InlineData("channels.remote={levels: [0.9, 0.6, 0.2]}", "trust.step={levels: [0.3, 0.15, 0.05]}")]
    [InlineData("policy.shareRate={levels: [0.3, 0.2, 0.1], when: {policy: distributed}}")]
    public async Task What_grows_has_the_bytes_of_a_run_from_nothing(params string[] changes)
    {
        string[] changed = [.. changes.SelectMany(c => new[] { "--set", c })];
        var nothing = await RunAsync("nothing", [.. changed, "--no-reuse"]);
        await RunAsync("grown");
        var grown = await CommandLine.RunAsync(["run", _file, "-o", _folder.In("grown"), .. changed]);

        Assert.Contains("runs taken from", grown.Error, StringComparison.Ordinal);
        Assert.Equal(
            nothing.Select(ResultFiles.Of),
            nothing.Select(f => ResultFiles.Of(f.Replace(_folder.In("nothing"), _folder.In("grown"), StringComparison.Ordinal))));
    }

    // The report keeps the first question beside the corrected one, where there was one.
    [Fact]
    public async Task A_corrected_question_runs_nothing_and_changes_the_report_alone()
    {
        var nothing = await RunAsync("nothing", "--set", "question=Which, rather?");
        await RunAsync("corrected");
        var corrected = await CommandLine.RunAsync("run", _file, "-o", _folder.In("corrected"), "--set", "question=Which, rather?");

        Assert.Contains("complete: nothing to run", corrected.Error, StringComparison.Ordinal);
        foreach (var folder in nothing)
        {
            var expected = ResultFiles.Of(folder);
            var found = ResultFiles.Of(folder.Replace(_folder.In("nothing"), _folder.In("corrected"), StringComparison.Ordinal));
            Assert.Equal(["report.html"], expected.Keys.Union(found.Keys).Where(f => expected.GetValueOrDefault(f) != found.GetValueOrDefault(f)));
        }
    }

    // The results folders, one a design.
    private async Task<string[]> RunAsync(string place, params string[] options)
    {
        var run = await CommandLine.RunAsync(["run", _file, "-o", _folder.In(place), "-q", .. options]);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        string[] folders = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, folders.Length);
        return folders;
    }
}
