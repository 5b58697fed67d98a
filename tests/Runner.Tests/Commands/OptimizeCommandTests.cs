using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Optimization;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class OptimizeCommandTests : IDisposable
{
    private static readonly string[] Search =
    [
        "--set", "optimize.method={kind: search, points: 4, replicates: 2, raceArms: 2, raceReplicates: 10}",
        "--set", "factors.channels.remote.range={from: 0.1, to: 0.9}",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_optimization_leaves_waves_tables_figures_and_the_best_as_an_experiment()
    {
        var run = await OptimizeAsync("results");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        var results = run.Output.Trim();
        string[] files =
        [
            "optimization-manifest.json", "experiment.yaml", "experiment.resolved.json", "optimize.json", "best.json", "evaluations.csv", "finalists.csv",
            "waves.csv", "waves/wave-0000.json", "figures/race-endTick.png", "figures/race-endTick.svg", "figures/race-endTick.pdf", "figures/race-endTick.csv",
        ];
        Assert.All(files, f => Assert.True(new FileInfo(Path.Combine(results, f)).Length > 0, f));
        var hashes = OptimizationManifest.Read(results)!.Hashes;
        Assert.All(files.Skip(1), f => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(results, f)))), hashes[f]));
        Assert.Equal(4, File.ReadLines(Path.Combine(results, "evaluations.csv")).Skip(1).Count());
        Assert.Contains("Best: policy = ", run.Error, StringComparison.Ordinal);
        Assert.Contains("the probability that the race eliminated the best of them is at most 0.05", run.Error, StringComparison.Ordinal);
        Assert.Contains($"next: leadersim run {Path.Combine(results, "best.json")}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_suggested_experiment_has_the_runs_of_the_confirmation()
    {
        var results = (await OptimizeAsync("results", "-q")).Output.Trim();

        var again = await CommandLine.RunAsync("run", Path.Combine(results, "best.json"), "-o", _folder.In("again"), "-q");

        Assert.True(again.ExitCode == ExitCode.Complete, again.Error);
        var (best, runs) = (CsvRow(Path.Combine(results, "finalists.csv")), Path.Combine(again.Output.Trim(), "runs.csv"));
        var rows = File.ReadLines(runs).Select(l => l.Split(',')).ToList();
        var at = Array.IndexOf(rows[0], "endTick");
        Assert.Equal(Number(best["endTick"]), rows.Skip(1).Average(r => Number(r[at])), 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Workers_and_interruptions_change_no_byte(bool isSearch)
    {
        string[] method = isSearch ? Search : [];
        var whole = (await OptimizeAsync("one", ["--workers", "1", "-q", .. method])).Output.Trim();
        var two = (await OptimizeAsync("two", ["--workers", "2", "-q", .. method])).Output.Trim();
        AssertSame(whole, two);
        var waves = Directory.GetFiles(Path.Combine(whole, "waves")).Length;
        Assert.True(waves > 1);
        foreach (var kept in new[] { 0, 1, waves - 1 })
        {
            for (var later = kept; later < waves; later++)
            {
                File.Delete(Path.Combine(two, "waves", $"wave-000{later}.json"));
            }

            var again = await OptimizeAsync("two", ["--workers", "2", .. method]);
            Assert.True(again.ExitCode == ExitCode.Complete, again.Error);
            Assert.Equal(kept > 0, again.Error.Contains("there already", StringComparison.Ordinal));
            AssertSame(whole, two);
        }
    }

    [Fact]
    public async Task A_damaged_wave_and_all_later_ones_are_done_again()
    {
        var whole = (await OptimizeAsync("one", "-q")).Output.Trim();
        var damaged = (await OptimizeAsync("two", "-q")).Output.Trim();
        var file = Path.Combine(damaged, "waves", "wave-0000.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"isRace\":true", "\"isRace\":false", StringComparison.Ordinal));

        var again = await OptimizeAsync("two");

        Assert.Contains($"{file} is not used, it and all later waves are done again: its hash does not match its content", again.Error, StringComparison.Ordinal);
        AssertSame(whole, damaged);
    }

    [Fact]
    public async Task An_optimization_that_is_stopped_says_what_is_kept_and_how_to_go_on()
    {
        using var error = new StringWriter();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var call = new OptimizationCall
        {
            Input = OptimizationInput.Read(ExampleFiles.Optimize, [], null),
            Folder = _folder.In("stopped"),
            Workers = 1,
            Overrides = [],
            IsJson = false,
            Terminal = new(["optimize", "a.yaml"], TextWriter.Null, error, Verbosity.Normal, UsesColour: false),
        };

        Assert.Equal(ExitCode.Incomplete, new OptimizationSession(call).Run(stop.Token));
        Assert.Contains("stopped before the end: 0 waves of runs are kept", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("next: leadersim optimize a.yaml", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document()
    {
        var run = await OptimizeAsync("results", "--json", "--quiet", "--set", "optimize.minimize=departures");

        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var finalist = json.RootElement.GetProperty("finalists")[0];
        Assert.Equal(
            ["endTick", "departures", "vacancyTicks"],
            finalist.GetProperty("outputs").EnumerateArray().Select(o => o.GetProperty("output").GetString()));
        Assert.Equal("best.json", finalist.GetProperty("experiment").GetString());
        Assert.Equal(0.05, json.RootElement.GetProperty("error").GetDouble());
    }

    [Fact]
    public async Task A_self_test_tells_regret_error_and_coverage()
    {
        var run = await OptimizeAsync("results", "--self-test", "--problems", "5");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("two hills", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadLines(Path.Combine(run.Output.Trim(), "self-test.csv")).Skip(1).Count());
    }

    [Theory]
    [InlineData("--problems is 5; allowed is a whole number from 1, with --self-test", "--problems", "5")]
    [InlineData("the budget leaves 40", "--set", "optimize.budget=100", "--set", "optimize.method.replicates=20")]
    [InlineData("has no residualLife, and a mean over the others would compare different programs", "--set", "optimize.maximize=residualLife")]
    public async Task What_cannot_be_done_is_refused(string message, params string[] arguments)
    {
        var run = await OptimizeAsync("results", arguments);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experiments_and_optimizations_are_told_apart()
    {
        var experiment = await CommandLine.RunAsync("optimize", ExampleFiles.Small);
        Assert.Equal(ExitCode.Invalid, experiment.ExitCode);
        Assert.Contains("has no section \"optimize\"", experiment.Error, StringComparison.Ordinal);

        var optimization = await CommandLine.RunAsync("run", ExampleFiles.Optimize, "-o", _folder.In("results"));
        Assert.Equal(ExitCode.Invalid, optimization.ExitCode);
        Assert.Contains("next: leadersim optimize", optimization.Error, StringComparison.Ordinal);

        var valid = await CommandLine.RunAsync("validate", ExampleFiles.Optimize);
        Assert.Contains("is valid: 1 factor, largest endTick, 1 limit, at most 340 runs to search and 2 × 30 runs to confirm", valid.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CommandLine.RunAsync("validate", ExampleFiles.Optimize, "--json")).Output);
        Assert.Equal(400, json.RootElement.GetProperty("budget").GetInt64());

        var results = (await OptimizeAsync("results", "-q")).Output.Trim();
        Assert.Contains("holds an optimization", (await CommandLine.RunAsync("report", results)).Error, StringComparison.Ordinal);
    }

    // An experiment without the keys that the message names, and with the line that it suggests.
    [Fact]
    public async Task The_suggested_section_makes_an_optimization_of_an_experiment()
    {
        var refused = (await CommandLine.RunAsync("optimize", ExampleFiles.Small)).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var suggested = refused.Single(l => l.StartsWith("optimize:", StringComparison.Ordinal));
        var replaced = refused[1]["Add one in the place of ".Length..].Split([", ", " and "], StringSplitOptions.None);
        var kept = File.ReadLines(ExampleFiles.Small).Where(l => !replaced.Contains(l.Split(':')[0]));
        var file = _folder.Write("suggested.yaml", string.Join('\n', [.. kept, suggested]));

        var run = await CommandLine.RunAsync("optimize", file, "--dry-run", "-o", _folder.In("results"));
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.StartsWith("2 factors, largest endTick", run.Output, StringComparison.Ordinal);
    }

    // With a limit an arm may be far ahead and eliminate nobody.
    [Theory]
    [InlineData("With this budget those that are left cannot be told apart, or the first is not shown to keep the limits")]
    [InlineData("Those that are left cannot be told apart with this budget", "--set", "optimize.limits=[]")]
    public async Task Why_several_arms_are_left_is_said(string expected, params string[] options)
    {
        var run = await OptimizeAsync("results", options);

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    // Rounds of a search in which no point is worth more runs have waves without any.
    [Fact]
    public async Task Waves_without_runs_are_not_listed()
    {
        var run = await OptimizeAsync("results", [.. Search, "--set", "optimize.budget=1500"]);

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.DoesNotContain(": 0 runs of 0 points", run.Error, StringComparison.Ordinal);
        Assert.Contains("endTick, less that of rank 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_counts_and_touches_nothing()
    {
        var run = await OptimizeAsync("results", "--dry-run");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.StartsWith("1 factor, largest endTick, 1 limit, at most 340 runs to search", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("results")));
    }

    private Task<CommandLine> OptimizeAsync(string output, params string[] arguments) =>
        CommandLine.RunAsync(["optimize", ExampleFiles.Optimize, "-o", _folder.In(output), .. arguments]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> CsvRow(string file)
    {
        var lines = File.ReadAllLines(file);
        return lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(p => p.First, p => p.Second);
    }

    // The manifest says when and on what it was made, which differs.
    private static void AssertSame(string expected, string actual)
    {
        static string[] FilesOf(string folder) =>
            [
                .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(
                    f => !f.Contains(".lock", StringComparison.Ordinal) && f != OptimizationManifest.FileName).Order(StringComparer.Ordinal)];
        Assert.Equal(FilesOf(expected), FilesOf(actual));
        Assert.All(
            FilesOf(expected), f => Assert.True(File.ReadAllBytes(Path.Combine(expected, f)).SequenceEqual(File.ReadAllBytes(Path.Combine(actual, f))), f));
    }
}
