using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public sealed class InterruptionStyleTests
{
    [Theory]
    [InlineData("run", InterruptionStyle.FinishesRuns)]
    [InlineData("query", InterruptionStyle.Stops)]
    [InlineData("validate", InterruptionStyle.AtOnce)]
    public void Only_verbs_with_runs_finish_runs(string verb, object expected) =>
        Assert.Equal(expected, InterruptionStyles.Of(Program.Root().Subcommands.Single(c => c.Name == verb)));

    [Fact]
    public void A_failure_of_several_threads_is_explained_by_its_first()
    {
        var (code, message) = FailureExplanation.Of(new AggregateException(new IOException("Read-only file system", 30)));
        Assert.Equal(ExitCode.ResultsUnusable, code);
        Assert.Contains("copy the folder to a disk that can be written", message, StringComparison.Ordinal);
    }
}
