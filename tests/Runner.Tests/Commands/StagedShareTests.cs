using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Calibrations and optimizations in shares: the merge puts one stage after the other together.</summary>
public sealed class StagedShareTests : IDisposable
{
    private const int MostStages = 12;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("calibrate", 4)]
    [InlineData("optimize", 6)]
    public async Task Stages_in_shares_end_in_the_bytes_of_one_process(string verb, int stages)
    {
        var file = verb == "calibrate" ? ExampleFiles.Calibration : ExampleFiles.Optimize;
        var whole = (await CommandLine.RunAsync(verb, file, "--output", _folder.In("one"), "-q")).Output.Trim();
        var target = Path.Combine(_folder.In("apart"), Path.GetRelativePath(_folder.In("one"), whole));
        var merged = new List<int>();
        for (var stage = 0; stage < MostStages && merged.LastOrDefault(ExitCode.Incomplete) == ExitCode.Incomplete; stage++)
        {
            foreach (var share in (string[])["2/3", "3/3", "1/3"])
            {
                var run = await CommandLine.RunAsync(verb, file, "--output", _folder.In("apart"), "--shard", share, "--workers", "2");
                Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
                Assert.EndsWith(share.Replace("/", "-of-", StringComparison.Ordinal), run.Output.Trim(), StringComparison.Ordinal);
            }

            merged.Add((await CommandLine.RunAsync("merge", target)).ExitCode);
        }

        Assert.Equal([.. Enumerable.Repeat(ExitCode.Incomplete, stages - 1), ExitCode.Complete], merged);
        Assert.Equal(FilesIn(whole), FilesIn(target));
        Assert.All(FilesIn(whole), f => Assert.True(File.ReadAllBytes(Path.Combine(whole, f)).SequenceEqual(File.ReadAllBytes(Path.Combine(target, f))), f));
    }

    [Fact]
    public async Task A_merge_without_all_shares_says_what_is_missing_and_keeps_what_is_there()
    {
        var file = ExampleFiles.Calibration;
        var part = (await CommandLine.RunAsync("calibrate", file, "--output", _folder.In("apart"), "--shard", "1/2")).Output.Trim();
        var target = Path.GetDirectoryName(part)![..^".parts".Length];

        var merge = await CommandLine.RunAsync("merge", target);

        Assert.Equal(ExitCode.Incomplete, merge.ExitCode);
        Assert.Contains("15 of 30 parts of the next stage are there", merge.Error, StringComparison.Ordinal);
        Assert.Contains($"then leadersim merge {target}", merge.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(part, "stage-0000.json")));
    }

    [Fact]
    public async Task A_local_folder_to_work_in_is_refused_for_stages()
    {
        string[] asked = ["--shares", "2", "--for", "xargs", "--scratch", "/tmp"];
        var run = await CommandLine.RunAsync(["shards", ExampleFiles.Calibration, "--output", _folder.In("r"), .. asked]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("--scratch", run.Error, StringComparison.Ordinal);
    }

    // What states who did what when, and locks.
    private static string[] FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f))
            .Where(f => !f.EndsWith("manifest.json", StringComparison.Ordinal) && !f.StartsWith(".lock", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
