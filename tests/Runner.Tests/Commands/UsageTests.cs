using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("a verb is missing")]
    [InlineData("unknown verb rnu; did you mean run?", "rnu", "x.yaml")]
    [InlineData("unknown option --jsn; did you mean --json?", "policies", "--jsn")]
    [InlineData("unknown argument surplus", "policies", "surplus")]
    public async Task A_wrong_command_line_exits_2_with_one_short_sentence_and_no_output(string expected, params string[] args)
    {
        var run = await CommandLine.RunAsync(args);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith($"error: {expected}", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Help_goes_to_standard_output_and_exits_0()
    {
        var run = await CommandLine.RunAsync("--help");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("policies", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("resubmit")]
    [InlineData("cancel")]
    public async Task Help_on_what_belongs_to_a_verb_names_its_own_arguments_only(string verb)
    {
        var run = await CommandLine.RunAsync("slurm", verb, "--help");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains($" slurm {verb} <folder> [options]", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Experiment file", run.Output, StringComparison.Ordinal);
    }
}
