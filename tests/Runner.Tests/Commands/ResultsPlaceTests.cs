using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>A results folder by the name above it, or by a pattern that the shell has left as it is.</summary>
public sealed class ResultsPlaceTests : IClassFixture<ResultsCommandTests.Finished>
{
    private readonly string _results;
    private readonly string _above;

    public ResultsPlaceTests(ResultsCommandTests.Finished finished) => (_results, _above) = (finished.Results, Path.GetDirectoryName(finished.Results)!);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task The_only_results_are_found_by_the_folder_above(string last)
    {
        var run = await CommandLine.RunAsync("query", Path.Combine(_above, last), "SELECT count(*) FROM runs", "--format", "csv");
        Assert.Equal((ExitCode.Complete, ""), (run.ExitCode, run.Error));
        Assert.Contains("40", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("diff", Path.Combine(_above, last), _results)).ExitCode);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", Path.Combine(_above, last))).ExitCode);
    }

    [Fact]
    public async Task Of_several_one_has_to_be_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(folder.In(name));
            File.Copy(Path.Combine(_results, "manifest.json"), folder.In(name, "manifest.json"));
        }

        Directory.CreateDirectory(folder.In("c"));
        var run = await CommandLine.RunAsync("report", folder.Root);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.StartsWith($"error: {folder.Root} stands for 2 results folders; give one of them: {folder.In("a")}, {folder.In("b")}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing here")]
    [InlineData("nothing*")]
    [InlineData("nowhere/*")]
    public async Task What_stands_for_no_results_is_named_as_it_was_given(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("nothing here"));
        var run = await CommandLine.RunAsync("report", folder.In(name));
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(folder.In(name), run.Error, StringComparison.Ordinal);
    }
}
