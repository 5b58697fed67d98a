using LeadershipSim.Experiments.Querying;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tests.Running;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Tests.Querying;

public sealed class ResultsQueryTests : IDisposable
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();
    private readonly TemporaryFolder _folder = new();

    public ResultsQueryTests() => SmallStudy.Run(_folder.Path, _plan, new SweepOptions { Runner = FailingAtRunNine });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Runs_points_and_failures_are_tables()
    {
        Assert.Equal("59,6,1\r\n", Lines(Ask("SELECT (SELECT count(*) FROM runs), (SELECT count(*) FROM points), (SELECT count(*) FROM failures)", QueryFormat.Csv)));
        Assert.Equal($"{_plan[9].RunId},9,3,1,\"InvalidOperationException: no, \"\"really\"\"\"\r\n", Lines(Ask("SELECT * FROM failures", QueryFormat.Csv)));
    }

    [Fact]
    public void What_is_asked_for_is_what_the_table_of_runs_gives()
    {
        var table = RunTable.Read(_folder.Path);
        var mean = table.Numbers("endTick").Where((_, row) => table.Numbers("channels.remote")[row] == 0.6).Average();
        Assert.Equal(
            mean,
            double.Parse(Lines(Ask("SELECT avg(endTick) FROM runs JOIN points USING (pointIndex) WHERE points.\"channels.remote\" = 0.6", QueryFormat.Csv)), System.Globalization.CultureInfo.InvariantCulture),
            tolerance: 1e-12);
    }

    [Theory]
    [InlineData(QueryFormat.Csv, "a,\"b \"\"c\"\"\",d,e\r\n1,\"x, y\",0.1,\r\n2,z,NaN,true\r\n")]
    [InlineData(QueryFormat.Json, "[\n  {\"a\": 1, \"b \\\"c\\\"\": \"x, y\", \"d\": 0.1, \"e\": null},\n  {\"a\": 2, \"b \\\"c\\\"\": \"z\", \"d\": null, \"e\": true}\n]\n")]
    [InlineData(QueryFormat.Table, "a  b \"c\"  d    e\n1  x, y   0.1\n2  z      NaN  true\n")]
    public void Answers_are_written_as_asked(QueryFormat format, string expected) =>
        Assert.Equal(expected, Ask("SELECT * FROM (VALUES (1, 'x, y', 0.1::DOUBLE, NULL), (2, 'z', 'NaN'::DOUBLE, true)) AS t(a, \"b \"\"c\"\"\", d, e)", format));

    [Theory]
    [InlineData(QueryFormat.Csv, "a\r\n")]
    [InlineData(QueryFormat.Json, "[]\n")]
    [InlineData(QueryFormat.Table, "a\n")]
    public void An_answer_may_have_no_rows(QueryFormat format, string expected) => Assert.Equal(expected, Ask("SELECT 1 AS a WHERE false", format));

    [Fact]
    public void Sums_lists_and_times_are_written_too() =>
        Assert.Equal(
            "[\n  {\"s\": 120, \"l\": [1, 2], \"t\": \"2026-01-02T03:04:05\"}\n]\n",
            Ask("SELECT sum(x) AS s, [1, 2] AS l, TIMESTAMP '2026-01-02 03:04:05' AS t FROM (SELECT range AS x FROM range(16))", QueryFormat.Json));

    [Fact]
    public void An_answer_can_be_a_parquet_file_that_can_be_asked_in_turn()
    {
        using var query = ResultsQuery.Open(_folder.Path);
        var file = Path.Combine(_folder.Path, "it's mine.parquet");
        query.WriteParquet("SELECT runId, endTick FROM runs; ", file);
        query.WriteParquet("SELECT runId, endTick FROM runs -- all\n;", file);
        Assert.Equal("59\r\n", Lines(Ask($"SELECT count(*) FROM '{file.Replace("'", "''", StringComparison.Ordinal)}'", QueryFormat.Csv)));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
        Assert.Throws<QueryException>(() => query.WriteParquet("SELECT 1", Path.Combine(_folder.Path, "nowhere", "a.parquet")));
    }

    [Fact]
    public void An_experiment_that_is_not_complete_answers_with_the_runs_that_are_intact()
    {
        Directory.Delete(Path.Combine(_folder.Path, "shards", "s=00000"), recursive: true);
        File.AppendAllText(Path.Combine(_folder.Path, "shards", "s=00002", "runs.parquet"), "x");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        SmallStudy.Run(_folder.Path, _plan, cancellation: stop.Token);
        var manifest = RunManifest.Read(_folder.Path)!;
        Assert.Equal(ExperimentStatus.Incomplete, manifest.Status);
        Assert.Equal("45,7,1\r\n", Lines(Ask("SELECT count(*), min(runIndex), (SELECT count(*) FROM failures) FROM runs", QueryFormat.Csv)));
        Directory.Delete(Path.Combine(_folder.Path, "shards"), recursive: true);
        Assert.Contains("no run", Assert.Throws<StoreException>(() => ResultsQuery.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT nothing FROM runs", "nothing")]
    [InlineData("SELEC 1", "syntax error")]
    [InlineData("INSTALL httpfs FROM 'nowhere'; SELECT 1 FROM read_json('x.json')", "query cannot be answered")]
    public void A_query_that_is_wrong_is_explained(string sql, string expected)
    {
        var message = Assert.Throws<QueryException>(() => Ask(sql, QueryFormat.Csv)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("runs, points and failures", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extensions_are_neither_installed_nor_loaded_by_themselves() =>
        Assert.Equal(
            "false,false\r\n",
            Lines(Ask("SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')", QueryFormat.Csv)));

    private static Func<PlannedRun, ProgramOutcome> FailingAtRunNine()
    {
        var engine = new TickEngine();
        return run => run.Index == 9 ? throw new InvalidOperationException("no, \"really\"") : engine.Run(run.Point.Scenario, run.Seed);
    }

    private static string Lines(string csv) => csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private string Ask(string sql, QueryFormat format)
    {
        using var query = ResultsQuery.Open(_folder.Path);
        using var output = new StringWriter();
        query.Write(sql, format, output);
        return output.ToString();
    }
}
