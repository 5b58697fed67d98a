using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class MergeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shares_run_apart_and_merged_are_byte_for_byte_what_one_process_writes()
    {
        var whole = (await RunAsync("one")).Output.Trim();
        for (var k = 3; k >= 1; k--)
        {
            var share = await RunAsync("apart", "--shard", $"{k}/3");
            Assert.Equal(ExitCode.Complete, share.ExitCode);
            Assert.EndsWith(
                Path.Combine(".parts", $"{k}-of-3")
                    .Replace(".parts", $"{Path.GetFileName(whole)}.parts", StringComparison.Ordinal), share.Output.Trim(), StringComparison.Ordinal);
        }

        var target = Target("apart", whole);
        var merge = await CommandLine.RunAsync("merge", target);

        Assert.Equal((ExitCode.Complete, target), (merge.ExitCode, merge.Output.Trim()));
        Assert.Contains("40 runs taken from 3 folders; 40 of 40 are there; 0 failed", merge.Error, StringComparison.Ordinal);
        string[] own = ["manifest.json", "shard.json", ".lock", ".lock-holder"];
        string[] files = [.. FilesIn(whole).Where(f => !own.Contains(Path.GetFileName(f)))];
        Assert.Equal(files, FilesIn(target).Where(f => !own.Contains(Path.GetFileName(f))));
        Assert.Contains("report.html", files);
        Assert.All(files, f => Assert.True(File.ReadAllBytes(Path.Combine(whole, f)).SequenceEqual(File.ReadAllBytes(Path.Combine(target, f))), f));
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", target, "--sample", "40")).ExitCode);
    }

    [Fact]
    public async Task Missing_shares_are_named_and_what_is_there_is_kept()
    {
        var part = (await RunAsync("apart", "--shard", "2/4", "-q")).Output.Trim();
        var target = Path.GetDirectoryName(part)![..^".parts".Length];

        var merge = await CommandLine.RunAsync("merge", target);

        Assert.Equal(ExitCode.Incomplete, merge.ExitCode);
        Assert.Contains($"run the shares that are not complete (1/4, 3/4, 4/4), then leadersim merge {target}", merge.Error, StringComparison.Ordinal);
        Assert.Empty(merge.Output);
        Assert.Equal(ExitCode.Incomplete, (await CommandLine.RunAsync("status", target)).ExitCode);

        // The rest can also be run in the merged folder itself.
        Assert.Contains("10 were there already", (await RunAsync("apart")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_of_two_machines_are_merged_into_a_third()
    {
        var first = (await RunAsync("a", "--shard", "1/2")).Output.Trim();
        var second = (await RunAsync("b", "--shard", "2/2")).Output.Trim();

        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("merge", _folder.In("all"), first, second, "-q")).ExitCode);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", _folder.In("all"))).ExitCode);
    }

    [Fact]
    public async Task Nothing_to_merge_exits_2_and_another_experiment_7()
    {
        var nothing = await CommandLine.RunAsync("merge", _folder.In("none"));
        Assert.Equal(ExitCode.Invalid, nothing.ExitCode);
        Assert.Contains("nothing to merge", nothing.Error, StringComparison.Ordinal);

        var mine = (await RunAsync("a", "-q")).Output.Trim();
        var other = (await RunAsync("b", "-q", "--seed", "8")).Output.Trim();
        Assert.Equal(ExitCode.ResultsUnusable, (await CommandLine.RunAsync("merge", mine, other)).ExitCode);
    }

    private static string[] FilesIn(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];

    private Task<CommandLine> RunAsync(string output, params string[] options) =>
        CommandLine.RunAsync(["run", ExampleFiles.Small, "-o", _folder.In(output), .. options]);

    private string Target(string output, string whole) => _folder.In(output, "small", Path.GetFileName(whole));
}
