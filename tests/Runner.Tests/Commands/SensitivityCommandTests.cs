using System.Globalization;
using System.Text.Json;
using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class SensitivityCommandTests : IDisposable
{
    private const string Reference = "tests/Analysis.Tests/Reference/";
    private const double Tolerance = 1e-8;
    private static readonly JsonElement Expected = JsonDocument.Parse(RepositoryRoot.Read(Reference + "sensitivity_expected.json")).RootElement;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Y = 4a + 2b: S1 = ST = .8 and .2.
    [Fact]
    public async Task A_csv_file_with_saltelli_s_rows_gives_indices_as_one_document()
    {
        var found = await CommandLine.RunAsync(
            "sensitivity", Saltelli(256), "--factors", "a,b", "--output", "y", "--design", "saltelli", "--base", "256", "--method", "sobol", "--json");
        Assert.Equal(0, found.ExitCode);
        var factors = JsonDocument.Parse(found.Output).RootElement.GetProperty("sobol")[0].GetProperty("factors");
        Assert.Equal(0.8, factors[0].GetProperty("total").GetProperty("value").GetDouble(), 0.02);
        Assert.Equal(0.2, factors[1].GetProperty("total").GetProperty("value").GetDouble(), 0.02);
    }

    [Theory]
    [InlineData("ishigami_N8_s0", 8)]
    [InlineData("ishigami_N16_skip16", 16)]
    [InlineData("ishigami_N64_first", 64)]
    [InlineData("g3_N32", 32)]
    public async Task Sobol_indices_of_SALib_s_samples_are_those_of_SALib(string id, int basePoints)
    {
        var expected = Salib("sobol", id);
        string[] pairs = expected.GetProperty("calc_second_order").GetBoolean() ? ["--second-order"] : [];
        var sobol = (
            await CommandLine.DocumentAsync(
                [.. Asked($"sobol_sample_{id}.csv", "x1,x2,x3"), "--design", "saltelli", "--base", basePoints.ToString(CultureInfo.InvariantCulture),
                    "--method", "sobol", .. pairs])).GetProperty("sobol")[0];
        for (var k = 0; k < 3; k++)
        {
            var factor = sobol.GetProperty("factors")[k];
            Assert.Equal(expected.GetProperty("S1")[k].GetDouble(), factor.GetProperty("first").GetProperty("value").GetDouble(), Tolerance);
            Assert.Equal(expected.GetProperty("ST")[k].GetDouble(), factor.GetProperty("total").GetProperty("value").GetDouble(), Tolerance);
        }

        Assert.Equal(pairs.Length * 3, sobol.GetProperty("pairs").GetArrayLength());
        Assert.All(sobol.GetProperty("pairs").EnumerateArray(), pair => Assert.Equal(
            expected.GetProperty("S2_upper_triangle").GetProperty(
                $"{pair.GetProperty("factor")},{pair.GetProperty("with")}").GetDouble(), pair.GetProperty("second").GetProperty("value").GetDouble(),
                    Tolerance));
    }

    [Theory]
    [InlineData("ishigami_t10_l4", "x1,x2,x3", 4)]
    [InlineData("g8_t6_l6", "x1,x2,x3,x4,x5,x6,x7,x8", 6)]
    public async Task Elementary_effects_of_SALib_s_samples_are_those_of_SALib(string id, string factors, int levels)
    {
        var expected = Salib("morris", id);
        var found = (
            await CommandLine.DocumentAsync(
                [.. Asked($"morris_sample_{id}.csv", factors), "--design", "morris", "--levels", levels.ToString(CultureInfo.InvariantCulture), "--method",
                    "morris"])).GetProperty("morris")[0].GetProperty("factors");
        Assert.Equal(expected.GetProperty("mu").GetArrayLength(), found.GetArrayLength());
        for (var k = 0; k < found.GetArrayLength(); k++)
        {
            Assert.Equal(expected.GetProperty("mu")[k].GetDouble(), found[k].GetProperty("mean").GetProperty("value").GetDouble(), Tolerance);
            Assert.Equal(expected.GetProperty("mu_star")[k].GetDouble(), found[k].GetProperty("meanAbsolute").GetProperty("value").GetDouble(), Tolerance);
            Assert.Equal(expected.GetProperty("sigma")[k].GetDouble(), found[k].GetProperty("deviation").GetProperty("value").GetDouble(), Tolerance);
        }
    }

    [Fact]
    public async Task Rows_that_do_not_fit_the_design_are_counted()
    {
        var found = await CommandLine.RunAsync("sensitivity", Saltelli(8), "--factors", "a,b", "--output", "y", "--design", "saltelli", "--base", "16");
        Assert.Equal(2, found.ExitCode);
        Assert.Contains("has 32 rows", found.Error, StringComparison.Ordinal);
        Assert.Contains("64 design points", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_of_another_design_and_a_column_there_is_not_are_refused()
    {
        var wrong = await CommandLine.RunAsync("sensitivity", Saltelli(8), "--factors", "a,b", "--output", "y", "--method", "sobol");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("sobol needs the design saltelli, and the design is random", wrong.Error, StringComparison.Ordinal);
        var missing = await CommandLine.RunAsync("sensitivity", Saltelli(8), "--factors", "a,c", "--output", "y");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("no column c; its columns are a, b, y", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_a_morris_design_writes_tables_figures_and_a_report()
    {
        var file = Path.Combine(_folder.Root, "screen.yaml");
        File.WriteAllText(file, """
            name: screen
            question: q
            expectation: e
            baseline: {organization: {seats: 10, sites: 2}, horizonTicks: 52}
            factors:
              turnover.hazardPerTick: {range: {from: 0.01, to: 0.1}}
              channels.remote: {range: {from: 0.2, to: 0.9}}
            design: {kind: morris, trajectories: 4}
            replicates: 2
            seed: 1
            """);
        var run = await CommandLine.RunAsync("run", file, "-o", _folder.Root);
        Assert.Equal(0, run.ExitCode);
        var results = run.Output.Trim();
        Assert.StartsWith("output,stratum,factor,index,value", File.ReadAllText(Path.Combine(results, "analysis", "morris.csv")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(results, "figures", "morris-endTick.png")));
        Assert.Contains("Elementary effects on endTick", File.ReadAllText(Path.Combine(results, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analysis_of_another_design_is_an_error_at_its_place()
    {
        var file = Path.Combine(_folder.Root, "wrong.yaml");
        File.WriteAllText(file, """
            name: wrong
            question: q
            expectation: e
            factors:
              channels.remote: {range: {from: 0.2, to: 0.9}}
            design: {kind: latinHypercube, points: 10}
            replicates: 2
            seed: 1
            analyses: [survival, sobol]
            """);
        var found = await CommandLine.RunAsync("validate", file);
        Assert.Equal(2, found.ExitCode);
        Assert.Contains("wrong.yaml:9:22: the analysis sobol needs the design saltelli, and the design is latinHypercube", found.Error, StringComparison.Ordinal);
    }

    private static JsonElement Salib(string method, string id) =>
        Expected.GetProperty(method).EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

    private static string[] Asked(string file, string factors) =>
        ["sensitivity", Path.Combine(RepositoryRoot.Path, Reference, file), "--factors", factors, "--output", "Y", "--resamples", "100", "--json"];

    private string Saltelli(int basePoints)
    {
        var rows = new SaltelliDesign { Points = basePoints }.Sample(2).Select(
            u => string.Create(CultureInfo.InvariantCulture, $"{u[0]:R},{u[1]:R},{(4 * u[0]) + (2 * u[1]):R}"));
        var file = Path.Combine(_folder.Root, "runs.csv");
        File.WriteAllLines(file, ["a,b,y", .. rows]);
        return file;
    }
}
