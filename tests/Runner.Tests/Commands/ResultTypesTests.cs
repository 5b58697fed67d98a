using System.Text.Json;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Types of the tables of results as another reader of Parquet (DuckDB) and a reader of the CSV meet them.</summary>
public sealed class ResultTypesTests : IClassFixture<ResultTypesTests.Finished>
{
    private readonly string _results;

    public ResultTypesTests(Finished finished) => _results = finished.Results;

    [Fact]
    public async Task Booleans_are_booleans_in_Parquet_and_true_or_false_in_CSV()
    {
        var types = await RowsAsync("SELECT column_name, column_type FROM (DESCRIBE runs) WHERE column_type = 'BOOLEAN'");
        Assert.NotEmpty(types);
        var (header, rows) = Csv();
        foreach (var name in types.Select(t => t.GetProperty("column_name").GetString()!))
        {
            Assert.All(rows, row => Assert.True(row[Array.IndexOf(header, name)] is "true" or "false" or "", name));
        }

        Assert.DoesNotContain(header.Where(h => types.All(t => t.GetProperty("column_name").GetString() != h)),
            h => rows.All(r => r[Array.IndexOf(header, h)] is "true" or "false"));
    }

    // As columns.json says: a JSON array in one cell, which DuckDB turns into a list of whole numbers.
    [Fact]
    public async Task Lists_are_JSON_arrays_in_Parquet_and_in_CSV()
    {
        var rows = await RowsAsync("SELECT runIndex, coreExitTicks, len(CAST(coreExitTicks::JSON AS INTEGER[])) AS n, coreExits FROM runs ORDER BY runIndex");
        Assert.All(rows, row => Assert.Equal(
            JsonDocument.Parse(row.GetProperty("coreExitTicks").GetString()!).RootElement.GetArrayLength(), row.GetProperty("n").GetInt32()));
        var (header, lines) = Csv();
        Assert.Equal(rows.Select(r => r.GetProperty("coreExitTicks").GetString()), lines.Select(l => l[Array.IndexOf(header, "coreExitTicks")]));
        Assert.Contains(rows, r => r.GetProperty("n").GetInt32() > 0);
    }

    [Theory]
    [InlineData("runs.parquet")]
    [InlineData("points.parquet")]
    [InlineData("events.parquet")]
    [InlineData("series.parquet")]
    public async Task Meanings_and_units_stand_in_the_metadata_and_are_those_of_columns_json(string table)
    {
        var file = Path.Combine(_results, table).Replace("'", "''", StringComparison.Ordinal);
        var row = Assert.Single(await RowsAsync($"SELECT decode(value) AS text FROM parquet_kv_metadata('{file}') WHERE decode(key) = 'leadersim.columns'"));
        var columns = JsonDocument.Parse(row.GetProperty("text").GetString()!).RootElement;
        var documented = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_results, "columns.json"))).RootElement.GetProperty("tables")
            .GetProperty(table[..^".parquet".Length]);
        Assert.Equal(documented.EnumerateArray().Select(c => c.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)),
            columns.EnumerateArray().Select(c => c.GetRawText().Replace(" ", "", StringComparison.Ordinal)));
        var names = (await RowsAsync($"SELECT column_name FROM (DESCRIBE SELECT * FROM '{file}')")).Select(c => c.GetProperty("column_name").GetString());
        Assert.Equal(names, columns.EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.All(columns.EnumerateArray(), c => Assert.NotEqual("", c.GetProperty("meaning").GetString()));
    }

    private async Task<JsonElement[]> RowsAsync(string sql) =>
        [.. (await CommandLine.DocumentAsync("query", _results, sql, "--format", "json")).EnumerateArray()];

    private (string[] Header, string[][] Rows) Csv()
    {
        var rows = Experiments.Tables.CsvRows.Read(File.ReadAllText(Path.Combine(_results, "runs.csv"))).Select(r => r.Fields.ToArray()).ToArray();
        return (rows[0], rows[1..]);
    }

    /// <summary>One finished experiment for all tests of the class.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Finished() => Results = CommandLine
            .RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", "outputs={events: true, series: {every: 20}}").GetAwaiter().GetResult().Output.Trim();

        public string Results { get; }

        public void Dispose() => _folder.Dispose();
    }
}
