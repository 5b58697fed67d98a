using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class TwinCommandTests
{
    // small.yaml has 20 seats.
    [Theory]
    [InlineData("--remove seat --seat 99", "--seat is 99; allowed are seats from 0 to 19")]
    [InlineData("--remove topHolders --count 21", "--count is 21; allowed are up to 20")]
    [InlineData("--count 3", "--count is for --remove topHolders, and --remove is foundingCore")]
    [InlineData("--remove topHolders --seat 3", "--seat is for --remove seat, and --remove is topHolders")]
    public async Task Exits_that_cannot_be_are_refused(string options, string message)
    {
        var run = await CommandLine.RunAsync(["twin", ExampleFiles.Small, "--tick", "20", .. options.Split(' ')]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exit_has_an_effect_at_every_design_point()
    {
        var run = await CommandLine.RunAsync("twin", ExampleFiles.Small, "--tick", "20", "--remove", "topHolders", "--count", "2");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("At tick 20 the top 2 holders of authority leave.", run.Output, StringComparison.Ordinal);

        // Levels stand as in the file.
        Assert.Matches("hoarding +0.3 ", run.Output);
        Assert.Matches("distributed +0.9 ", run.Output);

        // Two policies, then four design points.
        Assert.Equal(2 + 4,
            run.Output.Split('\n').Count(l => l.StartsWith("hoarding", StringComparison.Ordinal) || l.StartsWith("distributed", StringComparison.Ordinal)));
    }
}
