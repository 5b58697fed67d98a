using System.Text.RegularExpressions;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class ShareResultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shares_have_a_status_before_the_first_merge()
    {
        var part = (await RunAsync("--shard", "1/2")).Output.Trim();
        var ofShare = await CommandLine.RunAsync("status", part);
        Assert.Equal(ExitCode.Complete, ofShare.ExitCode);
        Assert.Contains("share 1/2: 20 done, 0 failed, 0 missing of 20 runs", ofShare.Output, StringComparison.Ordinal);
        var ofAll = await CommandLine.RunAsync("status", WholeOf(part));
        Assert.Equal(ExitCode.Incomplete, ofAll.ExitCode);
        Assert.Contains("not merged yet: 1 of 2 shares are complete", ofAll.Output, StringComparison.Ordinal);
        Assert.Contains("not complete: 2/2 (0 of 20 runs)", ofAll.Output, StringComparison.Ordinal);
        Assert.Contains("20 done, 0 failed, 20 missing of 40 runs", ofAll.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partial_merge_has_the_bytes_of_as_many_replicates()
    {
        var part = (await RunAsync("--shard", "1/2")).Output.Trim();
        var merge = await CommandLine.RunAsync("merge", WholeOf(part), "--partial");
        Assert.Equal(ExitCode.Incomplete, merge.ExitCode);
        Assert.Contains("partial: the first 5 of 10 replicates are there at all design points", merge.Error, StringComparison.Ordinal);
        var few = await CommandLine.RunAsync("run", ExampleFiles.Small, "--output", _folder.In("few"), "--set", "replicates=5");
        await AssertSameTablesAsync(few.Output.Trim(), merge.Output.Trim());
    }

    [Fact]
    public async Task Without_the_first_replicate_there_is_no_partial_merge()
    {
        var part = (await RunAsync("--shard", "2/2")).Output.Trim();
        var merge = await CommandLine.RunAsync("merge", WholeOf(part), "--partial");
        Assert.Equal(ExitCode.Incomplete, merge.ExitCode);
        Assert.Contains("runs of the first replicate are missing", merge.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_by_way_of_a_scratch_folder_have_the_same_bytes_and_leave_nothing_there()
    {
        var scratch = Directory.CreateDirectory(_folder.In("scratch")).FullName;
        var usual = (await RunAsync()).Output.Trim();
        var moved = await CommandLine.RunAsync("run", ExampleFiles.Small, "--output", _folder.In("moved"), "--scratch", scratch);
        Assert.True(moved.ExitCode == ExitCode.Complete, moved.Error);
        await AssertSameTablesAsync(usual, moved.Output.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(scratch));
        Assert.Contains("40 were there already",
            (await CommandLine.RunAsync("run", ExampleFiles.Small, "--output", _folder.In("moved"), "--scratch", scratch)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_system_is_told_by_its_own_exit_code_that_runs_are_missing()
    {
        string[] options =
        [
            "--set", "viability.rule=none", "--set", "horizonTicks=100000", "--set", "replicates=20000", "--time-limit", "1s", "--requeue-code", "75",
        ];
        Assert.Equal(75, (await RunAsync(options)).ExitCode);
        Assert.Equal(ExitCode.Invalid, (await RunAsync("--requeue-code", "300")).ExitCode);
    }

    [Theory]
    [InlineData("runsPlanned", "9223372036854775807", "it states runsPlanned 9223372036854775807, but the experiment in it has 40 runs")]
    [InlineData("shardSize", "1", "it states shardSize 1, but shard 0 holds 40 runs, and by the manifest it can hold 1")]
    public async Task A_manifest_that_does_not_fit_its_folder_is_named(string key, string value, string expected)
    {
        var results = (await RunAsync()).Output.Trim();
        var manifest = Path.Combine(results, "manifest.json");
        await File.WriteAllTextAsync(manifest, Regex.Replace(await File.ReadAllTextAsync(manifest), $"\"{key}\": \\d+", $"\"{key}\": {value}"));
        foreach (var verb in (string[])["status", "verify"])
        {
            var found = await CommandLine.RunAsync(verb, results);
            Assert.Equal(ExitCode.Invalid, found.ExitCode);
            Assert.Contains("manifest.json is inconsistent", found.Error, StringComparison.Ordinal);
            Assert.Contains(expected, found.Error, StringComparison.Ordinal);
        }
    }

    private static string WholeOf(string part) => Path.GetDirectoryName(part)![..^".parts".Length];

    private static async Task AssertSameTablesAsync(string expected, string actual)
    {
        foreach (var table in (string[])["runs.csv", "runs.parquet", "points.parquet"])
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(expected, table)), await File.ReadAllBytesAsync(Path.Combine(actual, table)));
        }
    }

    private Task<CommandLine> RunAsync(params string[] options) =>
        CommandLine.RunAsync(["run", ExampleFiles.Small, "--output", _folder.In("results"), .. options]);
}
