using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadershipSim.Runner.Commands;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The verb on the data that R's answers are on record for, through its JSON document.</summary>
public sealed partial class SurvivalCommandTests : IDisposable
{
    private const string Reference = "tests/Analysis.Tests/Reference/";
    private const double Tolerance = 1e-8;
    private static readonly JsonElement Cases = JsonDocument.Parse(RepositoryRoot.Read(Reference + "survival_expected.json")).RootElement.GetProperty("cases");
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Analyses =>
    [
        .. from c in Cases.EnumerateArray()
           from a in c.GetProperty("analyses").EnumerateArray()
           let call = a.GetProperty("call").GetString()!
           where !call.Contains("exact", StringComparison.Ordinal)
           select $"{c.GetProperty("id").GetString()}: {call}",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task The_document_agrees_with_R(string analysis)
    {
        var (id, call) = (analysis.Split(": ")[0], analysis.Split(": ")[1]);
        var data = Cases.EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        var expected = data.GetProperty("analyses").EnumerateArray().First(a => a.GetProperty("call").GetString() == call);
        var file = Path.Combine(RepositoryRoot.Path, Reference, data.GetProperty("data").GetString()!);
        string[] terms = [.. Formula().Match(call).Groups[1].Value.Split('+', StringSplitOptions.TrimEntries)];
        var strata = terms.Select(t => Strata().Match(t).Groups[1].Value).FirstOrDefault(s => s.Length > 0);
        string[] columns = [.. terms.Where(t => t != "1" && !t.StartsWith("strata", StringComparison.Ordinal))];
        List<string> args = ["survival", file, "--time", "time", "--event", "status", "--json", .. strata is null ? Array.Empty<string>() : ["--strata", strata]];
        switch (expected.GetProperty("kind").GetString())
        {
            case "kaplan_meier":
                foreach (var (type, name) in new[] { ("log-log", "log-log"), ("log", "log"), ("plain", "plain") })
                {
                    AssertCurves(expected, name, (await AskAsync([.. args, .. GroupOf(columns), "--conf-type", type])).GetProperty("kaplanMeier"));
                }

                break;
            case "logrank":
                var weight = call.Contains("rho=1", StringComparison.Ordinal) ? "fleming-harrington" : "log-rank";
                AssertTest(expected, (await AskAsync([.. args, .. GroupOf(columns), "--weights", weight])).GetProperty("logRank"));
                break;
            case "cox":
                string[] cluster = call.Contains("cluster=", StringComparison.Ordinal) ? ["--cluster", "celltype"] : [];
                AssertModel(expected, (await AskAsync([.. args, "--cox", string.Join(" + ", columns), "--ties", expected.GetProperty("ties").GetString()!, .. cluster])).GetProperty("cox"));
                break;
            case "competing_risks":
                AssertIncidences(expected, (await AskAsync([.. args, .. GroupOf(columns), "--competing"])).GetProperty("cumulativeIncidence"));
                AssertAalen(expected.GetProperty("cmprsk_cuminc"), (await AskAsync([.. args, .. GroupOf(columns), "--competing", "--variance", "aalen"])).GetProperty("cumulativeIncidence"));
                break;
            default:
                Assert.Fail($"there is a new kind of analysis: {call}");
                break;
        }
    }

    [Fact]
    public async Task Text_and_figure_are_for_people()
    {
        var figure = _folder.In("curves.png");
        var run = await CommandLine.RunAsync("survival", Path.Combine(RepositoryRoot.Path, Reference, "survival_aml.csv"), "--time", "time", "--event", "status", "--group", "group", "--figure", figure);
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("31 [13, –]", run.Output, StringComparison.Ordinal);
        Assert.Contains("log-rank: χ² = 3.3964 on 1 degrees of freedom, p = 0.0653", run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(figure).Length > 10_000);
    }

    [Theory]
    [InlineData("time,status\n1,1\n2,x\n", "a.csv:3, column status: \"x\" is no number")]
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
        var expected = await AskAsync(["survival", _folder.Write("plain.csv", Data("0", "1", "2")), "--time", "time", "--event", "status", "--competing", "--json"]);
        var actual = await AskAsync(["survival", _folder.Write("spelled.csv", Data(censored, first, second)), "--time", "time", "--event", "status", "--competing", "--json"]);
        Assert.Equal(2, actual.GetProperty("cumulativeIncidence").GetArrayLength());
        for (var cause = 0; cause < 2; cause++)
        {
            AssertNumbers(expected.GetProperty("cumulativeIncidence")[cause].GetProperty("incidence"), actual.GetProperty("cumulativeIncidence")[cause].GetProperty("incidence"));
        }

        AssertNumbers(expected.GetProperty("kaplanMeier")[0].GetProperty("survival"), actual.GetProperty("kaplanMeier")[0].GetProperty("survival"));
    }

    /// <summary>The program reads its own tables, numbers, flags and texts, from either file alike.</summary>
    [Fact]
    public async Task Results_of_a_run_give_the_same_from_Parquet_and_from_CSV()
    {
        var results = (await CommandLine.RunAsync("run", Path.Combine(RepositoryRoot.Path, "experiments", "smoke.yaml"), "--output", _folder.In("results"), "-q")).Output.Trim();
        string[] asked = ["--time", "endTick", "--event", "failed", "--group", "policy", "--cox", "policy + vitality", "--json"];
        var (fromParquet, fromCsv) = (await CommandLine.RunAsync(["survival", Path.Combine(results, "runs.parquet"), .. asked]), await CommandLine.RunAsync(["survival", Path.Combine(results, "runs.csv"), .. asked]));
        Assert.Equal(ExitCode.Complete, fromParquet.ExitCode);
        Assert.Contains("\"group\": \"hoarding\"", fromParquet.Output, StringComparison.Ordinal);
        Assert.Equal(fromCsv.Output, fromParquet.Output);
    }

    [Fact]
    public async Task Rows_without_a_value_are_left_out_and_counted()
    {
        var run = await CommandLine.RunAsync("survival", _folder.Write("a.csv", "time;status;arm\n1;1;a\n2;0;b\nNA;1;a\n3;1;\n"), "--time", "time", "--event", "status", "--group", "arm");
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("2 rows are left out", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--group", "foundingExit")]
    [InlineData("--group", "endCause")]
    public async Task Outcomes_of_runs_are_refused_as_groups(string option, string column)
    {
        var results = (await CommandLine.RunAsync("run", Path.Combine(RepositoryRoot.Path, "experiments", "smoke.yaml"), "--output", _folder.In("results"), "-q")).Output.Trim();
        var run = await CommandLine.RunAsync("survival", Path.Combine(results, "runs.csv"), "--time", "endTick", "--event", "failed", option, column);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains($"{column} is known only when a run is over", run.Error, StringComparison.Ordinal);
        Assert.Contains("--from-exit", run.Error, StringComparison.Ordinal);
        var honest = await CommandLine.RunAsync("survival", Path.Combine(results, "runs.csv"), "--time", "endTick", "--event", "failed", "--group", "policy", "--cox", "vitality");
        Assert.Equal(ExitCode.Complete, honest.ExitCode);
        Assert.Contains("the groups share their random numbers", honest.Output, StringComparison.Ordinal);
        Assert.Contains("vitality among its columns, known only when a run is over", honest.Output, StringComparison.Ordinal);
    }

    private const string Programs = "weeks,closed,left,arm\n10,1,4,left\n5,1,,led\n8,0,,led\n12,1,6,left\n20,1,3,left\n";

    [Fact]
    public async Task Groups_by_a_later_exit_are_refused_with_the_reason()
    {
        var run = await CommandLine.RunAsync("survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", "--group", "arm", "--exit", "left");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("The groups 'left' and 'led' are made by whether the leadership left", run.Error, StringComparison.Ordinal);
    }

    // Exits at 4, 6 and 3 of programs that end at 10, 12 and 20; the tick of the exit is the first.
    [Fact]
    public async Task Time_is_counted_from_the_exit_of_leadership()
    {
        var answer = await AskAsync(["survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", "--exit", "left", "--from-exit", "--json"]);
        var curve = answer.GetProperty("kaplanMeier")[0];
        Assert.Equal([7.0, 18.0], curve.GetProperty("time").EnumerateArray().Select(t => t.GetDouble()));
        Assert.Equal([3, 1], curve.GetProperty("atRisk").EnumerateArray().Select(t => t.GetInt32()));
    }

    // At 5 one program has ended; the leadership of two of the other four has left.
    [Fact]
    public async Task A_landmark_compares_those_whose_leadership_had_left_by_then()
    {
        string[] asked = ["survival", _folder.Write("a.csv", Programs), "--time", "weeks", "--event", "closed", "--exit", "left", "--landmark", "5"];
        var curves = (await AskAsync([.. asked, "--json"])).GetProperty("kaplanMeier");
        Assert.Equal([("leadership left", 2), ("still led", 2)], curves.EnumerateArray().Select(c => (c.GetProperty("group").GetString(), c.GetProperty("n").GetInt32())));
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
        double Width(string output) => output.Split('\n').Single(l => l.StartsWith("x ", StringComparison.Ordinal)).Split('[', ']')[1].Split(", ").Select(v => Math.Log(double.Parse(v, CultureInfo.InvariantCulture))).Aggregate((a, b) => b - a);

        // Normal quantiles .674490 and 1.959964.
        Assert.Equal(0.674490 / 1.959964, Width(narrow) / Width(usual), 1e-3);
    }

    private static async Task<JsonElement> AskAsync(string[] args)
    {
        var run = await CommandLine.RunAsync(args);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static string[] GroupOf(string[] columns) => columns.Length == 0 ? [] : ["--group", columns[0]];

    private static void AssertCurves(JsonElement expected, string type, JsonElement actual)
    {
        var groups = expected.GetProperty("groups");
        Assert.Equal(groups.GetArrayLength(), actual.GetArrayLength());
        foreach (var (r, curve) in groups.EnumerateArray().Zip(actual.EnumerateArray()))
        {
            Assert.Equal(r.GetProperty("n").GetInt32(), curve.GetProperty("n").GetInt32());
            Assert.Equal(r.GetProperty("events").GetInt32(), curve.GetProperty("events").GetInt32());
            foreach (var (theirs, ours) in new[] { ("time", "time"), ("n_risk", "atRisk"), ("n_event", "event"), ("n_censor", "censored"), ("surv", "survival") })
            {
                AssertNumbers(r.GetProperty(theirs), curve.GetProperty(ours));
            }

            var band = r.GetProperty("ci95").GetProperty(type);
            AssertNumbers(band.GetProperty("lower"), curve.GetProperty("lower"), alsoWhereNull: false);
            AssertNumbers(band.GetProperty("upper"), curve.GetProperty("upper"), alsoWhereNull: false);
        }
    }

    private static void AssertTest(JsonElement expected, JsonElement actual)
    {
        AssertNumber(expected.GetProperty("chisq"), actual.GetProperty("chiSquare"));
        AssertNumber(expected.GetProperty("df"), actual.GetProperty("degreesOfFreedom"));
        AssertNumber(expected.GetProperty("p"), actual.GetProperty("pValue"));
        AssertNumbers(expected.GetProperty("observed"), actual.GetProperty("observed"));
        AssertNumbers(expected.GetProperty("expected"), actual.GetProperty("expected"));
    }

    private static void AssertModel(JsonElement expected, JsonElement actual)
    {
        // R stops where one more step changes the likelihood by 1e-9; the model here goes on to the last digits.
        var coefficients = actual.GetProperty("coefficients");
        for (var k = 0; k < coefficients.GetArrayLength(); k++)
        {
            AssertNumber(expected.GetProperty("coef")[k], coefficients[k].GetProperty("coefficient"));
            AssertNumber(expected.GetProperty(expected.GetProperty("z_uses").GetString()!)[k], coefficients[k].GetProperty("standardError"));
            AssertNumber(expected.GetProperty("z")[k], coefficients[k].GetProperty("z"));
            AssertNumber(expected.GetProperty("p")[k], coefficients[k].GetProperty("pValue"), 1e-6);
        }

        AssertNumber(expected.GetProperty("loglik_null"), actual.GetProperty("logLikelihood")[0]);
        AssertNumber(expected.GetProperty("loglik"), actual.GetProperty("logLikelihood")[1]);
    }

    private static void AssertIncidences(JsonElement expected, JsonElement actual)
    {
        var causes = expected.GetProperty("causes").GetArrayLength();
        var groups = expected.GetProperty("groups");
        Assert.Equal(groups.GetArrayLength() * causes, actual.GetArrayLength());
        for (var k = 0; k < actual.GetArrayLength(); k++)
        {
            var (group, cause) = (groups[k / causes], k % causes);
            Assert.Equal(cause + 1, actual[k].GetProperty("cause").GetInt32());
            AssertNumbers(group.GetProperty("time"), actual[k].GetProperty("time"));
            AssertNumbers(group.GetProperty("cif")[cause], actual[k].GetProperty("incidence"));
            AssertNumbers(group.GetProperty("se_cif_survfit_IJ")[cause], actual[k].GetProperty("standardError"));
        }
    }

    // cmprsk's rows are "GROUP CAUSE", its one group is 1; a time it has no value for lies after the last of the group.
    private static void AssertAalen(JsonElement expected, JsonElement actual)
    {
        var compared = 0;
        foreach (var (row, r) in expected.GetProperty("rows").EnumerateArray().Select((e, r) => (e.GetString()!, r)))
        {
            var found = actual.EnumerateArray().Single(i => i.GetProperty("group").GetString()!.Replace("all", "1", StringComparison.Ordinal) + " " + i.GetProperty("cause") == row);
            foreach (var (time, t) in expected.GetProperty("times").EnumerateArray().Select((e, t) => (e.GetDouble(), t)).Where(p => expected.GetProperty("var")[r][p.t].ValueKind == JsonValueKind.Number))
            {
                var place = found.GetProperty("time").EnumerateArray().Count(at => at.GetDouble() <= time) - 1;
                var (incidence, error) = place < 0 ? (0, 0) : (found.GetProperty("incidence")[place].GetDouble(), found.GetProperty("standardError")[place].GetDouble());
                Assert.Equal(expected.GetProperty("est")[r][t].GetDouble(), incidence, Tolerance);
                Assert.Equal(expected.GetProperty("var")[r][t].GetDouble(), error * error, Tolerance);
                compared++;
            }
        }

        Assert.True(compared > 0);
    }

    private static void AssertNumbers(JsonElement expected, JsonElement actual, bool alsoWhereNull = true)
    {
        Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
        foreach (var (a, b) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Where(p => alsoWhereNull || (p.First.ValueKind == JsonValueKind.Number && p.Second.ValueKind == JsonValueKind.Number)))
        {
            AssertNumber(a, b);
        }
    }

    private static void AssertNumber(JsonElement expected, JsonElement actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.ValueKind, actual.ValueKind);
        if (expected.ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(expected.GetDouble(), actual.GetDouble(), tolerance * Math.Max(1, Math.Abs(expected.GetDouble())));
        }
    }

    [GeneratedRegex(@"~ ([^,()]+(?:\([^)]*\)[^,()]*)*)")]
    private static partial Regex Formula();

    [GeneratedRegex(@"strata\((\w+)\)")]
    private static partial Regex Strata();
}
