using System.Globalization;
using System.Text.Json;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Questions in SQL to an experiment of 40 runs, of which run 9 failed, that keeps events and series.</summary>
public sealed class QueryCommandTests : IClassFixture<QueryCommandTests.Finished>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _results;

    public QueryCommandTests(Finished finished) => _results = finished.Results;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_points_failures_events_and_series_are_tables()
    {
        Assert.Equal(["39,4,1"], await RowsAsync("SELECT (SELECT count(*) FROM runs), (SELECT count(*) FROM points), (SELECT count(*) FROM failures)"));
        Assert.Equal(["9,hoarding,0.9,InvalidOperationException,\"no, \"\"really\"\"\""], await RowsAsync("SELECT runIndex, policy, \"channels.remote\", exceptionType, message FROM failures"));
        Assert.Equal(["0"], await RowsAsync("SELECT count(*) FROM runs JOIN (SELECT runId, count(*) AS n FROM events WHERE kind = 'departure' GROUP BY runId) USING (runId) WHERE n <> departures"));
        Assert.Equal(["0,true"], await RowsAsync("SELECT min(tick), max(tick) <= 200 FROM series WHERE tick % 20 = 0"));
    }

    [Fact]
    public async Task What_is_asked_for_is_what_the_table_of_runs_gives()
    {
        var table = RunTable.Read(_results);
        var mean = table.Numbers("endTick").Where((_, row) => table.Numbers("channels.remote")[row] == 0.9).Average();
        var answer = Assert.Single(await RowsAsync("SELECT avg(endTick) FROM runs JOIN points USING (pointIndex) WHERE points.\"channels.remote\" = 0.9"));
        Assert.Equal(mean, double.Parse(answer, CultureInfo.InvariantCulture), 1e-12);
    }

    [Theory]
    [InlineData("csv", "a,\"b \"\"c\"\"\",d,e\n1,\"x, y\",0.1,\n2,z,NaN,true\n")]
    [InlineData("json", "[\n  {\"a\": 1, \"b \\\"c\\\"\": \"x, y\", \"d\": 0.1, \"e\": null},\n  {\"a\": 2, \"b \\\"c\\\"\": \"z\", \"d\": null, \"e\": true}\n]\n")]
    [InlineData("markdown", "| a | b \"c\" | d | e |\n| ---: | --- | ---: | --- |\n| 1 | x, y | 0.1 |  |\n| 2 | z | NaN | true |\n")]
    [InlineData("latex",
        "% needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{query}\n\\label{tab:query}\n\\begin{tabular}{rlrl}\n\\toprule\n"
        + "a & b \"c\" & d & e \\\\\n\\midrule\n1 & x, y & 0.1 &  \\\\\n2 & z & NaN & true \\\\\n\\bottomrule\n\\end{tabular}\n\\end{table}\n")]
    [InlineData("table", "a  b \"c\"  d    e\n1  x, y   0.1\n2  z      NaN  true\n")]
    public async Task Answers_are_written_as_asked(string format, string expected)
    {
        var run = await QueryAsync("SELECT * FROM (VALUES (1, 'x, y', 0.1::DOUBLE, NULL), (2, 'z', 'NaN'::DOUBLE, true)) AS t(a, \"b \"\"c\"\"\", d, e)", "--format", format);
        Assert.Equal((ExitCode.Complete, ""), (run.ExitCode, run.Error));
        Assert.Equal(expected, format == "table" ? run.Output.ReplaceLineEndings("\n") : run.Output);
    }

    [Theory]
    [InlineData("csv", "a\n")]
    [InlineData("json", "[]\n")]
    public async Task An_answer_may_have_no_rows(string format, string expected) => Assert.Equal(expected, (await QueryAsync("SELECT 1 AS a WHERE false", "--format", format)).Output);

    [Fact]
    public async Task Sums_lists_times_and_bytes_are_written_too() =>
        Assert.Equal(
            "[\n  {\"s\": 120, \"l\": [1, 2], \"t\": \"2026-01-02T03:04:05\", \"b\": \"61ff\"}\n]\n",
            (await QueryAsync("SELECT sum(x) AS s, [1, 2] AS l, TIMESTAMP '2026-01-02 03:04:05' AS t, 'a\\xFF'::BLOB AS b FROM (SELECT range AS x FROM range(16))", "--format", "json")).Output);

    [Theory]
    [InlineData("answer.csv", "runs\n39\n")]
    [InlineData("answer.json", "[\n  {\"runs\": 39}\n]\n")]
    [InlineData("answer.txt", "runs\n39\n")]
    public async Task A_file_says_by_its_name_how_it_is_to_be_written(string name, string expected)
    {
        var run = await QueryAsync("SELECT count(*) AS runs FROM runs;", "-o", _folder.In(name));
        Assert.Equal((ExitCode.Complete, ""), (run.ExitCode, run.Output));
        Assert.Equal($"wrote {_folder.In(name)}", run.Error.Trim());
        var text = await File.ReadAllTextAsync(_folder.In(name));
        Assert.Equal(expected, name.EndsWith(".txt", StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text);
    }

    [Fact]
    public async Task A_parquet_file_holds_the_answer_in_its_order_and_replaces_what_was_there()
    {
        var file = Path.Combine(_results, "analysis", "it's mine.parquet");
        Assert.Equal(ExitCode.Complete, (await QueryAsync("SELECT 1 AS x", "-o", file, "-q")).ExitCode);
        Assert.Equal(ExitCode.Complete, (await QueryAsync("SELECT runIndex, endTick FROM runs ORDER BY endTick DESC, runIndex -- longest first\n;", "-o", file, "-q")).ExitCode);

        var longest = await RowsAsync("SELECT runIndex FROM runs ORDER BY endTick DESC, runIndex");
        Assert.Equal(longest, await RowsAsync($"SELECT runIndex FROM '{file.Replace("'", "''", StringComparison.Ordinal)}'"));
        Assert.Empty(Directory.GetFiles(_results, "*.tmp", SearchOption.AllDirectories));
        Assert.Equal(ExitCode.ResultsUnusable, (await QueryAsync("SELECT 1", "-o", _folder.In("nowhere", "a.parquet"))).ExitCode);
        Assert.Equal(ExitCode.Invalid, (await QueryAsync("SELECT 1", "--format", "parquet")).ExitCode);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("runs.csv")]
    [InlineData("shards/s=00000/runs.parquet")]
    public async Task Results_are_not_replaced_by_answers(string name)
    {
        var run = await QueryAsync("SELECT 1", "-o", Path.Combine(_results, name));
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("one of the results", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRunsFailed, (await CommandLine.RunAsync("status", _results)).ExitCode);
    }

    [Theory]
    [InlineData("SELECT nothing FROM runs", "Referenced column \"nothing\" not found")]
    [InlineData("SELEC 1", "syntax error at or near \"SELEC\"")]
    [InlineData("SELECT 1; SELECT 2", "multiple statements")]
    [InlineData("SELECT 1); COPY (SELECT 1) TO 'x.csv'; SELECT * FROM (SELECT 1", "syntax error")]
    [InlineData("CREATE TABLE a AS SELECT 1", "only queries that read are allowed")]
    [InlineData("ATTACH 'a.db'", "only queries that read are allowed")]
    [InlineData("INSTALL httpfs", "only queries that read are allowed")]
    [InlineData("SET enable_external_access = true", "only queries that read are allowed")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')", "Permission Error")]
    [InlineData("SELECT * FROM read_text('https://example.org/')", "Permission Error")]
    [InlineData("SELECT 1 / 'x'::INTEGER FROM runs", "Conversion Error")]
    [InlineData(" ", "the query is empty")]
    public async Task A_query_that_is_wrong_or_no_question_exits_2_with_the_reason(string sql, string expected)
    {
        var run = await QueryAsync(sql);

        Assert.Equal((ExitCode.Invalid, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_results_cannot_be_written_by_a_query()
    {
        var before = await File.ReadAllBytesAsync(Path.Combine(_results, "runs.parquet"));
        Assert.Equal(ExitCode.Invalid, (await QueryAsync($"COPY (SELECT 1) TO '{Path.Combine(_results, "runs.parquet")}'")).ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_results, "runs.parquet")));
    }

    [Fact]
    public async Task Extensions_are_neither_installed_nor_loaded_by_themselves_and_settings_are_locked() =>
        Assert.Equal(
            ["false,false,false,true"],
            await RowsAsync("SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions'), current_setting('enable_external_access'), current_setting('lock_configuration')"));

    [Fact]
    public async Task An_experiment_that_is_not_complete_answers_with_the_runs_that_are_intact()
    {
        string[] options = ["run", ExampleFiles.Small, "-o", _folder.Root, "-q"];
        var part = (await CommandLine.RunAsync([.. options, "--shard", "1/2"])).Output.Trim();
        Assert.Equal("20,0,0", Assert.Single(await RowsAsync("SELECT count(*), min(runIndex), (SELECT count(*) FROM failures) FROM runs", part)));
        var events = await CommandLine.RunAsync("query", part, "SELECT * FROM events");
        Assert.Equal(ExitCode.Invalid, events.ExitCode);
        Assert.Contains("the experiment has no events and no series; they are kept on request, by the key outputs of its file", events.Error, StringComparison.Ordinal);

        var shard = Assert.Single(Directory.GetDirectories(Path.Combine(part, "shards")));
        await File.AppendAllTextAsync(Path.Combine(shard, "runs.parquet"), "x");
        var damaged = await CommandLine.RunAsync("query", part, "SELECT * FROM runs");
        Assert.Equal(ExitCode.Invalid, damaged.ExitCode);
        Assert.Contains("no run of ", damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_two_parts_of_a_shard_hold_count_once_and_failures_that_were_mended_not_at_all()
    {
        string[] options = ["run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", Finished.Outputs];
        var part = (await CommandLine.RunWithAsync(Finished.FailingAtRunNine, [.. options, "--shard", "1/2"])).Output.Trim();
        Assert.Equal(["19,1"], await RowsAsync("SELECT count(*), (SELECT count(*) FROM failures) FROM runs", part));
        var shard = Assert.Single(Directory.GetDirectories(Path.Combine(part, "shards")));
        CopyFolder(shard, shard + "copy");
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync([.. options, "--shard", "1/2", "--retry-failed"])).ExitCode);
        CopyFolder(Directory.GetDirectories(Path.Combine(part, "shards"))[0], shard + "again");

        Assert.Equal(["20,20,0"], await RowsAsync("SELECT count(*), count(DISTINCT runIndex), (SELECT count(*) FROM failures) FROM runs", part));
        Assert.Equal(["0,20"], await RowsAsync("SELECT count(*) - count(DISTINCT (runIndex, tick)), count(DISTINCT runIndex) FROM series", part));
        Assert.Equal(["true"], await RowsAsync("SELECT (SELECT count(*) FROM events WHERE kind = 'departure') = (SELECT sum(departures) FROM runs)", part));
    }

    [Fact]
    public async Task A_folder_without_results_exits_2() =>
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("query", _folder.Root, "SELECT 1")).ExitCode);

    [Fact]
    public async Task Json_is_one_document()
    {
        using var document = JsonDocument.Parse((await QueryAsync("FROM runs", "--format", "json")).Output);
        Assert.Equal(39, document.RootElement.GetArrayLength());
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private Task<CommandLine> QueryAsync(string sql, params string[] options) => CommandLine.RunAsync(["query", _results, sql, .. options]);

    private async Task<string[]> RowsAsync(string sql, string? folder = null)
    {
        var run = await CommandLine.RunAsync("query", folder ?? _results, sql, "--format", "csv");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return [.. run.Output.Split("\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    /// <summary>One finished experiment for all tests of the class.</summary>
    public sealed class Finished : IDisposable
    {
        internal const string Outputs = "outputs={events: true, series: {every: 20}}";

        private readonly TemporaryFolder _folder = new();

        public Finished() =>
            Results = CommandLine.RunWithAsync(
                FailingAtRunNine, "run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", Outputs).GetAwaiter().GetResult().Output.Trim();

        public string Results { get; }

        public void Dispose() => _folder.Dispose();

        internal static Func<PlannedRun, ProgramOutcome> FailingAtRunNine()
        {
            var engine = new TickEngine();
            return run => run.Index == 9 ? throw new InvalidOperationException("no, \"really\"") : engine.Run(run.Point.Scenario, run.Seed, run.Observer);
        }
    }
}
