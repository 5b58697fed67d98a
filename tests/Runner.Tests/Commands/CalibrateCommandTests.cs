using System.Text.Json;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Calibration;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class CalibrateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{kind: adaptivePopulation, particles: 30, leastAcceptance: 0}", "trace")]
    [InlineData("{kind: rejection, draws: 60, batch: 20, acceptedShare: 0.3}", "posterior")]
    [InlineData("{kind: sequential, particles: 20, leastAcceptance: 0}", "trace")]
    public async Task A_calibration_leaves_populations_tables_and_figures_and_names_their_folder(string method, string figure)
    {
        var run = await CalibrateAsync("results", "--set", $"calibration.method={method}");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        var results = run.Output.Trim();
        Assert.StartsWith(_folder.In("results", "tiny"), results, StringComparison.Ordinal);
        string[] files =
        [
            "calibration-manifest.json", "experiment.yaml", "experiment.resolved.json", "calibration.json", "posterior.csv", "summary.csv", "statistics.csv",
            "trace.csv", "populations/population-0000.json", "populations/population-0002.json", "figures/posterior.png",
            "figures/posterior.pdf", "figures/predictive.svg", "figures/pairs.csv", $"figures/{figure}.png",
        ];
        Assert.All(files, f => Assert.True(new FileInfo(Path.Combine(results, f)).Length > 0, f));
        Assert.Equal(["turnover.hazardPerTick", "policy.shareRate"], File.ReadLines(Path.Combine(results, "summary.csv")).Skip(1).Select(l => l.Split(',')[0]));
        Assert.Equal("weight,distance,turnover.hazardPerTick,policy.shareRate", File.ReadLines(Path.Combine(results, "posterior.csv")).First());
        Assert.All(Column(Path.Combine(results, "posterior.csv"), 2), hazard => Assert.InRange(hazard, 0.005, 0.2));
        Assert.Equal(1, Column(Path.Combine(results, "posterior.csv"), 0).Sum(), 1e-9);
        var hashes = CalibrationManifest.Read(results)!.Hashes;
        Assert.All(
            files.Skip(1),
            f => Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(results, f)))), hashes[f]));
        Assert.Contains("3 populations", run.Error, StringComparison.Ordinal);
        Assert.Contains("caution: The posterior rests on an effective", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_matching_leaves_positions_that_are_not_ruled_out()
    {
        var run = await CalibrateAsync(
            "results", "--set", "calibration.method={kind: historyMatching, points: 20, simulationsPerPoint: 3}",
            "--set", "calibration.summaries=[{output: departures, statistic: mean, observed: 9, variance: 1}]", "--json");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Assert.False(json.RootElement.GetProperty("isPosterior").GetBoolean());
        Assert.Contains("not ruled out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_with_parameters_statistics_and_cautions()
    {
        var run = await CalibrateAsync("results", "--json", "--quiet");

        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal(60, root.GetProperty("simulations").GetInt64());
        Assert.Equal("3 populations are done, as many as the stopping rule allows", root.GetProperty("reason").GetString());
        var posterior = root.GetProperty("parameters")[0].GetProperty("posterior");
        Assert.InRange(posterior.GetProperty("median").GetDouble(), posterior.GetProperty("lower95").GetDouble(), posterior.GetProperty("upper95").GetDouble());
        Assert.Equal(("mean of departures", 9.0),
            (root.GetProperty("statistics")[0].GetProperty("name").GetString(), root.GetProperty("statistics")[0].GetProperty("observed").GetDouble()));
        Assert.Equal("fewAccepted", root.GetProperty("cautions")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Workers_and_interruptions_change_no_byte()
    {
        var whole = (await CalibrateAsync("one", "--workers", "1", "-q")).Output.Trim();
        var two = (await CalibrateAsync("two", "--workers", "2", "-q")).Output.Trim();
        AssertSame(whole, two);
        foreach (var kept in new[] { 0, 1, 2 })
        {
            for (var later = kept; later < 3; later++)
            {
                File.Delete(Path.Combine(two, "populations", $"population-000{later}.json"));
            }

            var again = await CalibrateAsync("two", "--workers", "2");
            Assert.True(again.ExitCode == ExitCode.Complete, again.Error);
            Assert.Equal(kept > 0, again.Error.Contains($"{kept} populations are done already", StringComparison.Ordinal));
            AssertSame(whole, two);
        }
    }

    [Theory]
    [InlineData("{kind: rejection, draws: 60, batch: 20, acceptedShare: 0.3}")]
    [InlineData("{kind: sequential, particles: 20, leastAcceptance: 0}")]
    [InlineData("{kind: historyMatching, points: 20, simulationsPerPoint: 2, leastShrinkage: 1}")]
    [Trait("Speed", "Slow")]
    public async Task Every_method_goes_on_with_the_same_bytes(string method)
    {
        string[] set = ["--set", $"calibration.method={method}", "--set", "calibration.summaries=[{output: departures, statistic: mean, observed: 9, variance: 1}]"];
        var whole = (await CalibrateAsync("one", set)).Output.Trim();
        var cut = (await CalibrateAsync("two", set)).Output.Trim();
        File.Delete(Path.Combine(cut, "populations", "population-0001.json"));
        File.Delete(Path.Combine(cut, "populations", "population-0002.json"));

        var again = await CalibrateAsync("two", set);

        Assert.Contains("1 populations are done already", again.Error, StringComparison.Ordinal);
        AssertSame(whole, cut);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_population_of_another_calibration_is_not_used()
    {
        var mine = (await CalibrateAsync("results", "-q")).Output.Trim();
        var other = (await CalibrateAsync("results", "-q", "--seed", "12")).Output.Trim();
        const string population = "populations/population-0000.json";
        File.Copy(Path.Combine(other, population), Path.Combine(mine, population), overwrite: true);

        Assert.Contains("its hash does not match its content", (await CalibrateAsync("results")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"epsilon\":", "\"epsilon\":1", "its hash does not match its content")]
    [InlineData("{\"sha256\"", "{\"sha\"", "it is not a population")]
    [InlineData("}", "", "it is not a population")]
    [Trait("Speed", "Slow")]
    public async Task A_damaged_population_and_all_later_ones_are_done_again(string good, string bad, string message)
    {
        var whole = (await CalibrateAsync("one", "-q")).Output.Trim();
        var damaged = (await CalibrateAsync("two", "-q")).Output.Trim();
        var file = Path.Combine(damaged, "populations", "population-0001.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace(good, bad, StringComparison.Ordinal));

        var again = await CalibrateAsync("two");

        Assert.True(again.ExitCode == ExitCode.Complete, again.Error);
        Assert.Contains($"{file} is not used, it and all later populations are done again: {message}", again.Error, StringComparison.Ordinal);
        Assert.Contains("1 populations are done already", again.Error, StringComparison.Ordinal);
        AssertSame(whole, damaged);
    }

    [Fact]
    public async Task A_calibration_that_is_stopped_says_what_is_kept_and_how_to_go_on()
    {
        var input = CalibrationInput.Read(Example, [], null);
        using var error = new StringWriter();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var call = new CalibrationCall
        {
            Input = input,
            Folder = _folder.In("stopped"),
            Workers = 1,
            Overrides = [],
            IsJson = false,
            Terminal = new(["calibrate", "a.yaml"], TextWriter.Null, error, Verbosity.Normal, UsesColour: false),
        };

        Assert.Equal(ExitCode.Incomplete, new CalibrationSession(call).Run(stop.Token));
        Assert.Contains("0 populations are done and kept", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("next: leadersim calibrate a.yaml", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, null), (CalibrationManifest.Read(call.Folder)!.Populations, CalibrationManifest.Read(call.Folder)!.Reason));
    }

    [Fact]
    public async Task Time_that_is_over_ends_after_a_population_and_the_same_command_goes_on()
    {
        var first = await CalibrateAsync("results", "--set", "calibration.stop.seconds=1e-9");
        Assert.Equal(ExitCode.Incomplete, first.ExitCode);
        Assert.Contains("seconds of the stopping rule are over: 1 populations are done", first.Error, StringComparison.Ordinal);
        var second = await CalibrateAsync("results", "--set", "calibration.stop.seconds=1e-9");
        Assert.Contains("1 populations are done already", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_another_process_works_in_is_left_alone()
    {
        var results = (await CalibrateAsync("results", "-q")).Output.Trim();
        using var store = StageStore.Open(results, CalibrationManifest.Read(results)!, new Dictionary<string, string>());

        var second = await CalibrateAsync("results");

        Assert.Equal(ExitCode.ResultsUnusable, second.ExitCode);
        Assert.Contains("another process", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_test_leaves_recovery_and_ranks()
    {
        var run = await CalibrateAsync("results", "--self-test", "--datasets", "8", "--set", "calibration.method={kind: rejection, draws: 60, acceptedShare: 0.3}", "--set", "calibration.stop=~");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("self-test on 8 synthetic data sets: 68 simulations × 5 runs = 340 runs", run.Error, StringComparison.Ordinal);
        var rows = File.ReadLines(Path.Combine(run.Output.Trim(), "recovery.csv")).ToList();
        Assert.Equal("parameter,datasets,rSquared,coverage50,coverage95", rows[0]);
        Assert.StartsWith("turnover.hazardPerTick,8,", rows[1], StringComparison.Ordinal);
        Assert.Equal(8, Column(Path.Combine(run.Output.Trim(), "ranks.csv"), 2).Take(20).Sum());
        Assert.True(new FileInfo(Path.Combine(run.Output.Trim(), "ranks.png")).Length > 0);
    }

    [Fact]
    public async Task A_self_test_of_a_sequential_method_calibrates_every_data_set()
    {
        var run = await CalibrateAsync(
            "results", "--self-test", "--datasets", "2", "--json", "--set", "calibration.stop=~", "--set", "calibration.method.leastAcceptance=0.4");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("2 of 2 data sets are done", run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("parameters")[0].GetProperty("ranks").EnumerateArray().Sum(r => r.GetInt32()));
    }

    [Theory]
    [InlineData("no posterior to test", "--self-test", "--set", "calibration.method=historyMatching", "--set", "calibration.summaries=[{output: departures, statistic: mean, observed: 9, variance: 1}]")]
    [InlineData("--datasets is 5; allowed is a whole number from 2, with --self-test", "--datasets", "5")]
    [InlineData("ask for opposite things", "--quiet", "--verbose")]
    [InlineData("calibration.runs is \"0\"", "--set", "calibration.runs=0")]
    [InlineData("up to 60 simulations of 5 runs; allowed are 100 runs", "--set", "execution.maxRuns=100")]
    public async Task What_cannot_be_done_is_refused(string message, params string[] arguments)
    {
        var run = await CalibrateAsync("results", arguments);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("results")));
    }

    [Fact]
    public async Task Experiments_and_calibrations_are_told_apart()
    {
        var experiment = await CommandLine.RunAsync("calibrate", ExampleFiles.Small);
        Assert.Equal(ExitCode.Invalid, experiment.ExitCode);
        Assert.Contains("has no section \"calibration\"", experiment.Error, StringComparison.Ordinal);
        Assert.Contains("priors: {", experiment.Error, StringComparison.Ordinal);

        var calibration = await CommandLine.RunAsync("run", Example, "-o", _folder.In("results"));
        Assert.Equal(ExitCode.Invalid, calibration.ExitCode);
        Assert.Contains("next: leadersim calibrate", calibration.Error, StringComparison.Ordinal);

        var valid = await CommandLine.RunAsync("validate", Example);
        Assert.Equal(ExitCode.Complete, valid.ExitCode);
        Assert.Contains("is valid: 2 parameters, 2 statistics, at most 60 simulations × 5 runs = 300 runs", valid.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CommandLine.RunAsync("validate", Example, "--json")).Output);
        Assert.Equal(60, json.RootElement.GetProperty("mostSimulations").GetInt64());
    }

    [Fact]
    public async Task A_dry_run_counts_and_touches_nothing()
    {
        var run = await CalibrateAsync("results", "--dry-run");
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.StartsWith("2 parameters, 2 statistics, at most 60 simulations × 5 runs = 300 runs", run.Output, StringComparison.Ordinal);
        var test = await CalibrateAsync("results", "--dry-run", "--self-test", "--set", "calibration.stop=~");
        Assert.StartsWith("self-test on 100 synthetic data sets, each a complete calibration of 30 simulations × 5 runs", test.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("results")));
    }

    private static string Example => Path.Combine(AppContext.BaseDirectory, "Examples", "calibration.yaml");

    private Task<CommandLine> CalibrateAsync(string output, params string[] arguments) =>
        CommandLine.RunAsync(["calibrate", Example, "-o", _folder.In(output), .. arguments]);

    private static IEnumerable<double> Column(string file, int column) =>
        File.ReadLines(file).Skip(1).Select(l => double.Parse(l.Split(',')[column], System.Globalization.CultureInfo.InvariantCulture));

    // The manifest says when and on what it was made, which differs.
    private static void AssertSame(string expected, string actual)
    {
        static string[] FilesOf(string folder) =>
            [
                .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(
                    f => !f.Contains(".lock", StringComparison.Ordinal) && f != CalibrationManifest.FileName).Order(StringComparer.Ordinal)];
        Assert.Equal(FilesOf(expected), FilesOf(actual));
        Assert.All(
            FilesOf(expected), f => Assert.True(File.ReadAllBytes(Path.Combine(expected, f)).SequenceEqual(File.ReadAllBytes(Path.Combine(actual, f))), f));
    }
}
