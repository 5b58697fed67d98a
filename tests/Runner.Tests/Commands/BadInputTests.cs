using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class BadInputTests : IDisposable
{
    private const string Valid = "name: a\nquestion: q?\nexpectation: e\nfactors:\n  policy: {levels: [equal]}\ndesign: fullFactorial\nreplicates: 2\nseed: 1\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("empty", "", ":1:1: the file is empty")]
    [InlineData("binary", "\0\u0001\u0002", "is not a text file")]
    [InlineData("broken", "name: [a, b\nquestion: q\n", "this is not YAML")]
    [InlineData("unknown key", Valid + "replicats: 3\n", ":9:1: unknown key \"replicats\"")]
    [InlineData("duplicate key", Valid + "seed: 3\n", ":9:1: duplicate key \"seed\"")]
    [InlineData("missing keys", "name: a\n", "the key \"question\" is missing")]
    [InlineData("out of range", Valid + "baseline: {channels: {remote: 1.5}}\n", ":9:31: ")]
    [InlineData("not a number", Valid + "baseline: {channels: {remote: .nan}}\n", ":9:31: ")]
    [InlineData("list for scalar", Valid + "baseline: {channels: {remote: [0.5]}}\n", ":9:31: ")]
    [InlineData("too many runs", "name: a\nquestion: q?\nexpectation: e\nfactors:\n  channels.remote: {range: {from: 0, to: 1, steps: 10000}}\n  channels.local: {range: {from: 0, to: 1, steps: 10000}}\ndesign: fullFactorial\nreplicates: 10000\nseed: 1\n", "100000000 design points")]
    public async Task A_wrong_file_exits_2_says_where_and_runs_nothing(string what, string text, string expected)
    {
        var file = _folder.Write("experiment.yaml", text);

        foreach (var verb in new[] { "validate", "plan", "run" })
        {
            var run = await CommandLine.RunAsync([verb, file, .. verb == "run" ? new[] { "-o", _folder.In("results") } : []]);

            Assert.True(run.ExitCode == ExitCode.Invalid, $"{what}: {verb} exits {run.ExitCode}");
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
            Assert.StartsWith(file, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }

        Assert.False(Directory.Exists(_folder.In("results")));
    }

    [Fact]
    public async Task A_missing_file_and_a_folder_exit_2()
    {
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("run", _folder.In("nosuch.yaml"))).ExitCode);
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("run", _folder.Root)).ExitCode);
    }

    [Theory]
    [InlineData("--workers", "0", "allowed is a whole number from 1 to 1024")]
    [InlineData("--workers", "x", "a whole number")]
    [InlineData("--seed", "-1", "a whole number from 0")]
    [InlineData("--set", "nosuch.path=1", "unknown key")]
    [InlineData("--set", "replicates", "--set")]
    public async Task A_wrong_option_exits_2(string option, string value, string expected)
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, option, value, "--dry-run");

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_exits_7()
    {
        var file = _folder.Write("occupied", "a file, not a folder");

        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "--output", file);

        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Equal("a file, not a folder", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("plot")]
    [InlineData("report")]
    public async Task A_folder_without_results_exits_2(string verb)
    {
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync(verb, _folder.In("nosuch"))).ExitCode);
        var run = await CommandLine.RunAsync(verb, _folder.Root);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("no manifest.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_lists_every_problem_at_once()
    {
        var file = _folder.Write("experiment.yaml", Valid.Replace("seed: 1", "seed: -1", StringComparison.Ordinal) + "replicats: 3\nbaseline: {channels: {remote: 2}}\n");

        var run = await CommandLine.RunAsync("validate", file);

        Assert.Contains("error: 3 problems", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_writes_a_valid_example_and_overwrites_nothing()
    {
        var file = _folder.In("new.yaml");

        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("init", file)).ExitCode);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("validate", file)).ExitCode);
        File.WriteAllText(file, "mine");
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("init", file)).ExitCode);
        Assert.Equal("mine", File.ReadAllText(file));
    }
}
