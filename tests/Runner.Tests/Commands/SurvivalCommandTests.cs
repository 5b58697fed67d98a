using System.Globalization;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The verb <c>survival</c>: what it reads and refuses, and where time begins. Its numbers: <see cref="SurvivalReferenceTests"/>.</summary>
public sealed class SurvivalCommandTests : IDisposable
{
    private const string Reference = "tests/Analysis.Tests/Reference/";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_and_figure_are_for_people()
    {
        var figure = _folder.In("curves.png");
        var run = await CommandLine.RunAsync("survival", Path.Combine(RepositoryRoot.Path, Reference, "survival_aml.csv"), "--time", "time", "--event",
            "status", "--group", "group", "--figure", figure);
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("31 [13, –]", run.Output, StringComparison.Ordinal);
        Assert.Contains("log-rank: χ² = 3.3964 on 1 degree of freedom, p = 0.0653", run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(figure).Length > 10_000);
    }

    [Theory]
    [InlineData("time,status\n1,1\n2,x\n", "a.csv:3, column status: \"x\" is neither 0 (censored) nor 1 (event)")]
    [InlineData("time,status\n1,1\n2,2\n", "a.csv:3, column status: \"2\" is neither 0 (censored) nor 1 (event)")]
    [InlineData("time,status\n1,1\n-2,0\n", "a.csv:3: time is -2; allowed are times from 0 on")]
    [InlineData("tme,status\n1,1\n", "has no column \"time\"; did you mean \"tme\"?")]
    [InlineData("time,status\n1,1,1\n", "a.csv:2: the row has 3 fields; the first line names 2 columns")]
    [InlineData("time,status\n", "has no rows")]
    [InlineData("time,status\n,1\n2,NA\n", "has no row with a value in every column")]
    [InlineData("time,time,status\n1,1,1\n", "the column \"time\" is named twice")]
    public async Task A_file_that_cannot_be_used_exits_2_with_the_place(string text, string message)
    {
        var run = await CommandLine.RunAsync("survival", _folder.Write("a.csv", text), "--time", "time", "--event", "status");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    /// <summary>However censoring and causes are spelled, the incidences are those of 0, 1 and 2.</summary>
    [Theory]
    [InlineData("0.0", "1.0", "2.0")]
    [InlineData("censored", "1", "2")]
    [InlineData("FALSE", "1", "2")]
    [InlineData("Censored", "failed", "merged")]
    public async Task Censoring_is_known_by_its_usual_names(string censored, string first, string second)
    {
        static string Data(string none, string one, string two) => $"time,status\n1,{one}\n2,{none}\n3,{two}\n4,{one}\n5,{none}\n";
        var expected = await CommandLine.DocumentAsync(
            ["survival", _folder.Write("plain.csv", Data("0", "1", "2")), "--time", "time", "--event", "status", "--competing", "--json"]);
        var actual = await CommandLine.DocumentAsync(
            ["survival", _folder.Write("spelled.csv", Data(censored, first, second)), "--time", "time", "--event", "status", "--competing", "--json"]);
        Assert.Equal(2, actual.GetProperty("cumulativeIncidence").GetArrayLength());
        for (var cause = 0; cause < 2; cause++)
        {
            ReferenceNumbers.Agree(expected.GetProperty("cumulativeIncidence")[cause].GetProperty("incidence"),
                actual.GetProperty("cumulativeIncidence")[cause].GetProperty("incidence"), second);
        }

        ReferenceNumbers.Agree(
            expected.GetProperty("kaplanMeier")[0].GetProperty("survival"), actual.GetProperty("kaplanMeier")[0].GetProperty("survival"), censored);
    }

    /// <summary>The program reads its own tables, numbers, flags and texts, from either file alike.</summary>
    [Fact]
    public async Task Results_of_a_run_give_the_same_from_Parquet_and_from_CSV()
    {
        var results = (await CommandLine.RunAsync("run", Path.Combine(RepositoryRoot.Path, "experiments", "smoke.yaml"), "--output", _folder.In("results"),
            "-q")).Output.Trim();
        string[] asked = ["--time", "endTick", "--event", "failed", "--group", "policy", "--cox", "policy + vitality", "--json"];
        var (fromParquet, fromCsv) = (
            await CommandLine.RunAsync(["survival", Path.Combine(results, "runs.parquet"), .. asked]), await CommandLine.RunAsync(
                ["survival", Path.Combine(results, "runs.csv"), .. asked]));
        Assert.Equal(ExitCode.Complete, fromParquet.ExitCode);
        Assert.Contains("\"group\": \"hoarding\"", fromParquet.Output, StringComparison.Ordinal);
        Assert.Equal(fromCsv.Output, fromParquet.Output);
    }

    [Fact]
    public async Task Rows_without_a_value_are_left_out_and_counted()
    {
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("a.csv", "time;status;arm\n1;1;a\n2;0;b\nNA;1;a\n3;1;\n"), "--time", "time", "--event", "status", "--group", "arm");
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("2 rows are left out", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--group", "foundingExit")]
    [InlineData("--group", "endCause")]
    public async Task Outcomes_of_runs_are_refused_as_groups(string option, string column)
    {
        var results = (await CommandLine.RunAsync("run", Path.Combine(RepositoryRoot.Path, "experiments", "smoke.yaml"), "--output", _folder.In("results"),
            "-q")).Output.Trim();
        var run = await CommandLine.RunAsync("survival", Path.Combine(results, "runs.csv"), "--time", "endTick", "--event", "failed", option, column);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains($"{column} is known only when a run is over", run.Error, StringComparison.Ordinal);
        Assert.Contains("--from-exit", run.Error, StringComparison.Ordinal);
        var honest = await CommandLine.RunAsync(
            "survival", Path.Combine(results, "runs.csv"), "--time", "endTick", "--event", "failed", "--group", "policy", "--cox", "vitality");
        Assert.Equal(ExitCode.Complete, honest.ExitCode);
        Assert.Contains("the groups share their random numbers", honest.Output, StringComparison.Ordinal);
        Assert.Contains("vitality among its columns, known only when a run is over", honest.Output, StringComparison.Ordinal);
    }

    private const string Programs = "weeks,closed,left,arm\n10,1,4,left\n5,1,,led\n8,0,,led\n12,1,6,left\n20,1,3,left\n";

    [Fact]
    public async Task Groups_by_a_later_exit_are_refused_with_the_reason()
    {
        var run = await CommandLine.RunAsync(
            "survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", "--group", "arm", "--exit", "left");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("The groups 'left' and 'led' are made by whether the leadership left", run.Error, StringComparison.Ordinal);
    }

    // Exits at 4, 6 and 3 of programs that end at 10, 12 and 20; the tick of the exit is the first.
    [Fact]
    public async Task Time_is_counted_from_the_exit_of_leadership()
    {
        var answer = await CommandLine.DocumentAsync(
            ["survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", "--exit", "left", "--from-exit", "--json"]);
        var curve = answer.GetProperty("kaplanMeier")[0];
        Assert.Equal([7.0, 18.0], curve.GetProperty("time").EnumerateArray().Select(t => t.GetDouble()));
        Assert.Equal([3, 1], curve.GetProperty("atRisk").EnumerateArray().Select(t => t.GetInt32()));
    }

    // At 5 one program has ended; the leadership of two of the other four has left.
    [Fact]
    public async Task A_landmark_compares_those_whose_leadership_had_left_by_then()
    {
        string[] asked = ["survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", "--exit", "left", "--landmark", "5"];
        var curves = (await CommandLine.DocumentAsync([.. asked, "--json"])).GetProperty("kaplanMeier");
        Assert.Equal([("leadership left", 2), ("still led", 2)],
            curves.EnumerateArray().Select(c => (c.GetProperty("group").GetString(), c.GetProperty("n").GetInt32())));
        Assert.Equal([5.0, 15.0], curves[0].GetProperty("time").EnumerateArray().Select(t => t.GetDouble()));
        var text = await CommandLine.RunAsync(asked);
        Assert.Contains("1 of 5 rows do not count", text.Output, StringComparison.Ordinal);
        Assert.Contains("mean to 7 compared with leadership left", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--landmark 5", "--landmark needs --exit")]
    [InlineData("--from-exit --landmark 5 --exit left", "two origins")]
    [InlineData("--landmark 5 --exit left --group arm", "Leave --group out")]
    [InlineData("--landmark 99 --exit left", "no row is observed after the landmark, 99")]
    public async Task Origins_that_cannot_be_are_refused(string options, string message)
    {
        var run = await CommandLine.RunAsync(["survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", .. options.Split(' ')]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intervals_of_hazard_ratios_have_the_level_asked_for()
    {
        string[] asked = ["survival", _folder.Write("b.csv", "t,e,x\n1,1,0\n2,1,1\n3,1,0\n4,1,1\n5,0,0\n6,1,0\n"), "--time", "t", "--event", "e", "--cox", "x"];
        var (usual, narrow) = ((await CommandLine.RunAsync(asked)).Output, (await CommandLine.RunAsync([.. asked, "--conf-level", "0.5"])).Output);
        Assert.Contains("hazard ratio  95 %", usual, StringComparison.Ordinal);
        Assert.Contains("hazard ratio  50 %", narrow, StringComparison.Ordinal);
        double Width(string output) =>
            output.Split('\n').First(l => l.StartsWith("x ", StringComparison.Ordinal)).Split('[', ']')[1].Split(", ").Select(
                v => Math.Log(double.Parse(v, CultureInfo.InvariantCulture))).Aggregate((a, b) => b - a);

        // Normal quantiles .674490 and 1.959964.
        Assert.Equal(0.674490 / 1.959964, Width(narrow) / Width(usual), 1e-3);
    }
}
