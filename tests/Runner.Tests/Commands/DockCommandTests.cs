using System.CommandLine;
using System.Text.Json;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Commands;
using LeadershipSim.Runner.Tests.ExactCases;

namespace LeadershipSim.Runner.Tests.Commands;

public class DockCommandTests
{
    [Fact]
    public async Task Cases_that_agree_exit_0_with_a_table_and_a_conclusion()
    {
        var run = await CommandLine.RunAsync("dock", "competingEnds", "oneLeader", "--runs", "200");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        var lines = run.Output.Split(Environment.NewLine);
        Assert.Matches("^case +quantity +expected +source +simulated ± error +agree$", lines[0]);
        Assert.Equal(4, lines.Count(l => l.StartsWith("competingEnds ", StringComparison.Ordinal) && l.EndsWith(" yes", StringComparison.Ordinal)));
        Assert.Equal(12, lines.Count(l => l.StartsWith("oneLeader ", StringComparison.Ordinal) && l.EndsWith(" yes", StringComparison.Ordinal)));
        Assert.Contains("16 of 16 quantities agree (16 values, 200 runs per scenario, seed 1991).", lines);
        Assert.Contains("100 %", run.Error, StringComparison.Ordinal);
    }

    // At 3 of 5, λ = .02, μ = .1 the chain's mean is 177.8 (k-out-of-n-lifetime.csv); with so few runs it is shown without decimals.
    [Fact]
    public async Task Cells_of_ones_own_are_compared_with_a_plain_program_and_a_chain()
    {
        var run = await CommandLine.RunAsync(
            "dock", "--cell", "kOutOfN:n=5,k=3,lambda=0.02,mu=0.1", "--cell", "march:p1=0.5,p2=0.5,p3=0.1,ticks=20", "--runs", "200");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Matches("mean lifetime in ticks +178 +Markov chain", run.Output);
        Assert.Contains("2 of 2 quantities agree", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("march:p1=2", "p1 is 2, allowed is a number from 0 to below 1")]
    [InlineData("march:p9=0.1", "p9 is not a parameter; allowed are p1, p2, p3, p4, ticks")]
    [InlineData("kOutOfN:n=3,k=4", "k is 4, allowed is a whole number from 1 to 3")]
    [InlineData("polya:p=1", "it names no model")]
    public async Task A_cell_that_is_none_is_refused_with_what_is_allowed(string cell, string reason)
    {
        var run = await CommandLine.RunAsync("dock", "--cell", cell);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains("write for instance march:p1=0.3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_with_expected_and_simulated_values_and_errors()
    {
        var run = await CommandLine.RunAsync("dock", "competingEnds", "--runs", "400", "--json", "--seed", "0");

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.True(root.GetProperty("agrees").GetBoolean());
        Assert.Equal(400, root.GetProperty("runs").GetInt32());
        Assert.Equal(0UL, root.GetProperty("seed").GetUInt64());
        var point = root.GetProperty("cases")[0].GetProperty("quantities")[0].GetProperty("points")[0];
        // u/(u + d − ud) at u = .1, d = .2
        Assert.Equal(0.1 / 0.28, point.GetProperty("expected").GetDouble(), 1e-12);
        Assert.Equal(Math.Sqrt(0.1 / 0.28 * 0.18 / 0.28 / 400), point.GetProperty("standardError").GetDouble(), 1e-12);
        Assert.InRange(point.GetProperty("simulated").GetDouble(), 0.2, 0.5);
    }

    [Fact]
    public async Task A_case_that_disagrees_exits_5_and_says_by_how_much()
    {
        var run = await DockAsync();

        Assert.Equal(ExitCode.Mismatch, run.ExitCode);
        Assert.Contains("NO: off by -0.5, allowed 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("wrong: a claim that is false: DOES NOT AGREE", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 quantities agree", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_disagrees_is_false_in_json()
    {
        var run = await DockAsync("--json");

        Assert.Equal(ExitCode.Mismatch, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.False(document.RootElement.GetProperty("agrees").GetBoolean());
        Assert.False(document.RootElement.GetProperty("cases")[0].GetProperty("quantities")[0].GetProperty("agrees").GetBoolean());
    }

    [Theory]
    [InlineData("unknown case tenur; allowed are marchGrid,", "tenur")]
    [InlineData("--runs is 3; allowed is a whole number from 50 to 10000000", "tenure", "--runs", "3")]
    [InlineData("Cannot parse argument 'many' for option '--runs'", "tenure", "--runs", "many")]
    public async Task Bad_input_exits_2_and_runs_nothing(string expected, params string[] args)
    {
        var run = await CommandLine.RunAsync(["dock", .. args]);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith($"error: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_case_is_guessed() =>
        Assert.Contains("did you mean marchGrid?", (await CommandLine.RunAsync("dock", "marchgird")).Error, StringComparison.Ordinal);

    private static async Task<CommandLine> DockAsync(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { DockCommand.Create([new WrongCase()]) };
        var code = await Invocation.RunAsync(root, ["dock", "--runs", "50", .. options], output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
