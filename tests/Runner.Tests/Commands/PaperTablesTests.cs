using System.Globalization;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Tables for the methods and the results of a paper, of small.yaml: two policies, two conditions, ten replicates.</summary>
public sealed class PaperTablesTests(ResultsCommandTests.Finished finished) : IClassFixture<ResultsCommandTests.Finished>
{
    private readonly string _results = finished.Results;

    [Theory]
    [InlineData("parameters")]
    [InlineData("design")]
    [InlineData("accounting")]
    [InlineData("states")]
    [InlineData("contrasts")]
    [InlineData("cox")]
    [InlineData("software")]
    public async Task Every_table_of_a_paper_is_written_for_LaTeX_and_as_CSV(string name)
    {
        var latex = await CommandLine.RunAsync("table", _results, name, "--format", "latex");
        var csv = await CommandLine.RunAsync("table", _results, name, "--format", "csv");

        Assert.Contains("\\toprule", latex.Output, StringComparison.Ordinal);
        Assert.Contains($"\\label{{tab:{name}}}", latex.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', csv.Output);
        Assert.True(csv.Output.Count(c => c == '\n') > 1, csv.Output);
    }

    // small.yaml sets seats, leaves sites at 2, their default, and varies channels.remote.
    [Fact]
    public async Task A_parameter_has_its_value_its_unit_and_where_the_value_comes_from()
    {
        var rows = await RowsAsync("parameters");

        (string, string, string) Of(string path) => (rows[path]["value"], rows[path]["unit"], rows[path]["setBy"]);
        Assert.Equal("20", rows["organization.seats"]["value"]);
        Assert.Equal(("0.3, 0.9", "probability", "factor"), Of("channels.remote"));
        Assert.Equal(("0.02", "per tick", "file"), Of("turnover.hazardPerTick"));
        Assert.Equal("this experiment", rows["turnover.hazardPerTick"]["source"]);
        Assert.Contains(rows.Values, r => r["setBy"] == "default" && r["source"].Length > 0);
    }

    [Fact]
    public async Task Runs_are_accounted_for_and_the_software_is_named()
    {
        var (accounting, software) = (await RowsAsync("accounting"), await RowsAsync("software"));

        Assert.Equal(("40", "40", "0"), (accounting["Planned runs"]["value"], accounting["Done"]["value"], accounting["Failed"]["value"]));
        Assert.StartsWith("LeadershipSim ", software["Program"]["value"], StringComparison.Ordinal);
        Assert.Equal("7", software["Root seed"]["value"]);
    }

    // The same model from runs.csv: life after the exit, conditions as strata, replicates as clusters.
    [Fact]
    public async Task The_hazard_ratio_is_that_of_the_rows_of_runs()
    {
        var lines = File.ReadAllLines(Path.Combine(_results, "runs.csv")).Select(l => l.Split(',')).ToArray();
        string Cell(string[] line, string column) => line[Array.IndexOf(lines[0], column)];
        double Number(string[] line, string column) => double.Parse(Cell(line, column), CultureInfo.InvariantCulture);
        CoxRow[] rows =
        [
            .. from line in lines.Skip(1)
               where Cell(line, "foundingExitTick").Length > 0 && double.IsFinite(Number(line, "foundingExitTick"))
               select new CoxRow(Number(line, "endTick") - Number(line, "foundingExitTick") + 1, Cell(line, "endCause") == "failure",
                   [Cell(line, "policy") == "distributed" ? 1 : 0])
               {
                   Stratum = Cell(line, "channels.remote"),
                   Cluster = Cell(line, "replicate"),
               },
        ];
        var expected = CoxModel.Fit(new CoxData(["distributed"], rows)).Coefficients[0];

        var found = (await RowsAsync("cox"))["distributed"];

        Assert.Equal(expected.HazardRatio!.Value, double.Parse(found["hazardRatio"], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(expected.PValue!.Value, double.Parse(found["p"], CultureInfo.InvariantCulture), 1e-9);
    }

    [Theory]
    [InlineData("differences")]
    [InlineData("contrasts")]
    [InlineData("cox")]
    public async Task Holm_adds_a_column_to_tables_of_tests(string name)
    {
        var run = await CommandLine.RunAsync("table", _results, name, "--holm", "--format", "csv");

        Assert.EndsWith(",holmP", run.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holm_is_refused_where_nothing_is_tested()
    {
        var run = await CommandLine.RunAsync("table", _results, "states", "--holm");

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("states has none; allowed with differences, contrasts, cox", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_CSV_of_a_folder_ends_its_lines_with_a_carriage_return_and_a_queried_run_id_is_found()
    {
        Assert.All(Directory.GetFiles(_results, "*.csv", SearchOption.AllDirectories), f => Assert.DoesNotContain('\r', File.ReadAllText(f)));
        var ids = await CommandLine.RunAsync("query", _results, "select runId from runs limit 1", "--format", "csv");

        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("replay", _results, ids.Output.Split('\n')[1])).ExitCode);
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> RowsAsync(string name)
    {
        var table = await CommandLine.DocumentAsync("table", _results, name, "--format", "json");
        return table.GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.ToString()))
            .ToDictionary(row => row.Values.First());
    }
}
