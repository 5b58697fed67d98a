using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>What <c>survival</c> refuses, and what it says beside its numbers.</summary>
public sealed class SurvivalDoubtTests : IDisposable
{
    private const string Lives =
        "weeks,closed,left,founders,site,note\n10,1,3,gone,a,x\n12,0,,there,a,y\n5,1,,there,b,x\n20,1,7,gone,b,z\n30,0,25,gone,a,x\n8,1,,there,b,y\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--exit left --cox founders", "column founders: The groups 'gone' and 'there' are made by whether the leadership left")]
    [InlineData("--exit left --cox left", "column left is given for --exit and for --cox")]
    [InlineData("--exit left --group left", "column left is given for --exit and for --group")]
    [InlineData("--group closed", "column closed is given for --event and for --group")]
    [InlineData("--cox weeks", "column weeks is given for --time and for --cox")]
    [InlineData("--cox site+site", "names site twice")]
    [InlineData("--competing 1", "--competing names every cause there is (1)")]
    public async Task What_would_explain_itself_is_refused(string options, string message)
    {
        var run = await CommandLine.RunAsync(["survival", _folder.Write("lives.csv", Lives), "--time", "weeks", "--event", "closed", .. options.Split(' ')]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Honest_columns_beside_an_exit_are_taken()
    {
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("lives.csv", Lives), "--time", "weeks", "--event", "closed", "--exit", "left", "--group", "site", "--cox", "note");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
    }

    [Fact]
    public async Task An_exit_before_the_start_is_refused()
    {
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("lives.csv", "t,e,x\n10,1,-3\n12,0,\n"), "--time", "t", "--event", "e", "--exit", "x", "--from-exit");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("lives.csv:2: x is -3; allowed are times from 0 on", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_entry_with_causes_leaves_out_Grays_test_and_says_why()
    {
        var run = await CommandLine.RunAsync("survival", _folder.Write("late.csv", "t,e,en,g\n2,1,0,a\n9,2,2,b\n8,1,3,a\n10,2,4,b\n"), "--time", "t", "--event",
            "e", "--entry", "en", "--competing", "2", "--group", "g");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("Gray's test, cause 1: none: It needs subjects observed from the origin on", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curve_that_ends_before_others_enter_is_doubted()
    {
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("late.csv", "t,e,en\n2,1,0\n9,1,2\n8,1,3\n10,0,4\n"), "--time", "t", "--event", "e", "--entry", "en");
        Assert.Contains("falls to 0 at time 2, where all 1 at risk had the event, and others enter later", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cluster", "take rows as independent, and those of a seed are not")]
    [InlineData("--cluster", "Differences and ratios of means to a time take groups as independent")]
    [InlineData("--strata", "Differences and ratios of means to a time take groups as independent")]
    public async Task Groups_that_share_clusters_or_strata_are_doubted(string option, string message)
    {
        var rows = string.Concat(Enumerable.Range(1, 12).Select(i => FormattableString.Invariant($"{i + 3},1,a,{i}\n{(2 * i) + 5},1,b,{i}\n")));
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("pairs.csv", "t,e,g,seed\n" + rows), "--time", "t", "--event", "e", "--group", "g", option, "seed");
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.Equal(option == "--strata", run.Output.Contains("log-rank within seed: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Means_without_an_error_have_no_interval()
    {
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("early.csv", "t,e,g\n5,1,a\n6,1,b\n7,0,b\n"), "--time", "t", "--event", "e", "--group", "g", "--tau", "4");
        Assert.Contains("b      0           –", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_of_more_curves_than_can_be_told_apart_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => FormattableString.Invariant($"{i},1,g{i}\n")));
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("many.csv", "t,e,g\n" + rows), "--time", "t", "--event", "e", "--group", "g", "--figure", _folder.In("many.png"));
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("30 curves; allowed are 20", run.Error, StringComparison.Ordinal);
    }
}
