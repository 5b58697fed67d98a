using System.CommandLine;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_leaves_tables_analyses_figures_and_a_report_and_names_their_folder()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "--output", _folder.In("results"), "--set", "figures=[survival, states]");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        var results = run.Output.Trim();
        Assert.StartsWith(_folder.In("results", "small"), results, StringComparison.Ordinal);
        string[] files =
        [
            "manifest.json", "experiment.yaml", "experiment.resolved.json", "runs.parquet", "runs.csv", "report.html",
            "analysis/programs.csv", "analysis/outliving.json", "analysis/survival.csv", "analysis/states.csv", "analysis/states-by-tick.csv",
            "analysis/states-by-point.parquet", "analysis/differences.csv",
            "figures/survival.png", "figures/survival.svg", "figures/survival.csv", "figures/states.png", "figures/states.svg", "figures/states.csv",
            "figures/survival-by-condition.png", "figures/states-by-condition.png",
        ];
        Assert.All(files, f => Assert.True(new FileInfo(Path.Combine(results, f)).Length > 0, f));
        Assert.StartsWith("next: open ", run.Error.TrimEnd().Split(Environment.NewLine)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_have_one_progress_and_the_worst_exit_code()
    {
        var other = _folder.In("other.yaml");
        File.WriteAllText(other, File.ReadAllText(ExampleFiles.Small).Replace("name: small", "name: other", StringComparison.Ordinal));
        var both = await CommandLine.RunAsync("run", ExampleFiles.Small, other, "-o", _folder.In("results"));
        Assert.Equal(ExitCode.Complete, both.ExitCode);
        Assert.Equal(2, both.Output.Trim().Split(Environment.NewLine).Length);
        Assert.Contains("runs 80/80 100 % · 0 failed", both.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("runs 40/40", both.Error, StringComparison.Ordinal);

        // One of them cannot be written to; the other is done.
        Directory.CreateDirectory(_folder.In("more"));
        File.WriteAllText(_folder.In("more", "other"), "in the way");
        var half = await CommandLine.RunAsync("run", other, ExampleFiles.Small, "-o", _folder.In("more"));
        Assert.Equal(ExitCode.ResultsUnusable, half.ExitCode);
        Assert.Contains("other: error: ", half.Error, StringComparison.Ordinal);
        Assert.StartsWith(_folder.In("more", "small"), half.Output.Trim(), StringComparison.Ordinal);

        // Problems of all files come before any run.
        File.WriteAllText(other, "name: other");
        var invalid = await CommandLine.RunAsync("run", ExampleFiles.Small, other, _folder.In("none.yaml"), "-o", _folder.In("invalid"));
        Assert.Equal(ExitCode.Invalid, invalid.ExitCode);
        Assert.Contains("none.yaml", invalid.Error, StringComparison.Ordinal);
        Assert.Contains("the key \"seed\" is missing", invalid.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("invalid")));
    }

    [Fact]
    public async Task Quiet_says_nothing_but_the_folder()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "--quiet");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Single(run.Output.Trim().Split(Environment.NewLine));
    }

    [Fact]
    public async Task One_and_two_workers_give_the_same_bytes()
    {
        var one = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("one"), "-q", "--workers", "1", "--set",
            "figures=[survival, states]")).Output.Trim();
        var two = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("two"), "-q", "--workers", "2", "--set",
            "figures=[survival, states]")).Output.Trim();

        Assert.All(
            ["runs.parquet", "runs.csv", "analysis/programs.csv", "analysis/outliving.json", "analysis/states-by-point.parquet", "figures/survival.png",
                "figures/states.svg", "report.html"],
            f => Assert.True(File.ReadAllBytes(Path.Combine(one, f)).SequenceEqual(File.ReadAllBytes(Path.Combine(two, f))), f));
    }

    [Fact]
    public async Task Seed_and_set_change_the_experiment_and_its_folder()
    {
        var plain = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "-q");
        var seeded = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "-q", "--seed", "0");
        var changed = await CommandLine.RunAsync(
            "run", ExampleFiles.Small, "-o", _folder.In("results"), "-q", "--set", "turnover.strainEffect=0", "--set", "replicates=4");

        Assert.Equal(3, new[] { plain.Output, seeded.Output, changed.Output }.Distinct().Count());
        Assert.Equal(1 + (4 * 4), File.ReadAllLines(Path.Combine(changed.Output.Trim(), "runs.csv")).Length);
    }

    [Fact]
    public async Task A_dry_run_estimates_and_touches_nothing()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "--dry-run");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.StartsWith("4 design points × 10 replicates = 40 runs", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("results")));
    }

    [Fact]
    public async Task A_stopped_run_keeps_what_is_done_says_how_to_continue_and_continues()
    {
        using var error = new StringWriter();
        using var cancellation = new CancellationTokenSource();
        var session = Session(error) with { CreateEngine = () => StoppingAfter(5, cancellation) };

        Assert.Equal(ExitCode.Incomplete, session.Run(cancellation.Token));
        Assert.Contains("next: leadersim", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Incomplete, (await CommandLine.RunAsync("analyze", session.Folder)).ExitCode);

        var rest = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"));
        Assert.Equal(ExitCode.Complete, rest.ExitCode);
        Assert.Contains("were there already", rest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_runs_are_counted_and_exit_3()
    {
        using var error = new StringWriter();
        var session = Session(error) with { CreateEngine = () => FailingAt(replicate: 3) };

        Assert.Equal(ExitCode.SomeRunsFailed, session.Run(CancellationToken.None));
        Assert.Contains("warning: 4 runs failed", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("4 of 40 planned runs are missing or failed", File.ReadAllText(Path.Combine(session.Folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_a_replay_does_not_give_again_exits_5_and_is_named()
    {
        using var error = new StringWriter();
        var session = Session(error) with { CreateEngine = () => WithTheSeedOfTheNextReplicate() };
        session.Run(CancellationToken.None);

        var replay = await CommandLine.RunAsync("replay", session.Folder, FirstRunId(session.Folder));

        Assert.Equal(ExitCode.Mismatch, replay.ExitCode);
        Assert.Contains("stateDigest: stored", replay.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_another_experiment_exits_7_and_stays_as_it_is()
    {
        var session = Session(TextWriter.Null);
        Directory.CreateDirectory(Path.GetDirectoryName(session.Folder)!);
        var other = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("other"), "-q", "--seed", "1")).Output.Trim();
        Directory.Move(other, session.Folder);
        var before = File.ReadAllText(Path.Combine(session.Folder, "manifest.json"));

        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"));

        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains("nothing was changed", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(session.Folder, "manifest.json")));
    }

    [Fact]
    public async Task A_changed_experiment_in_a_results_folder_exits_7()
    {
        var folder = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "-q")).Output.Trim();
        var file = Path.Combine(folder, ResultsFolder.ResolvedFile);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"seed\": 7", "\"seed\": 8", StringComparison.Ordinal));

        var run = await CommandLine.RunAsync("report", folder);

        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains("was changed", run.Error, StringComparison.Ordinal);
    }

    // Two hundred points of two policies and two numbers of sites are four.
    [Fact]
    public async Task Points_that_repeat_others_are_told_before_and_after()
    {
        string[] asked = ["run", ExampleFiles.Small, "-o", _folder.In("repeated"), "--set", "design={kind: random, points: 50}", "--set", "replicates=2"];
        var run = await CommandLine.RunAsync(asked);
        Assert.Contains("left out: 46 points that repeat another, ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("weights", run.Error, StringComparison.Ordinal);
        Assert.Contains("46 points of the design repeat others and are run once", await File.ReadAllTextAsync(Path.Combine(run.Output.Trim(), "report.html")), StringComparison.Ordinal);
        var weighted = await CommandLine.RunAsync([.. asked, "--set", "factors.policy={levels: [hoarding, distributed], weights: [1, 3]}"]);
        Assert.Contains("another, so that weights and distributions of the factors do not hold", weighted.Error, StringComparison.Ordinal);
    }

    private static string FirstRunId(string folder) => File.ReadLines(Path.Combine(folder, "runs.csv")).ElementAt(1).Split(',')[0];

    private RunSession Session(TextWriter error)
    {
        var input = ExperimentInput.Read(ExampleFiles.Small, [], null);
        var configuration = new InvocationConfiguration { Output = TextWriter.Null, Error = error };
        return new(input, ResultsFolder.PathOf(_folder.In("results"), input), [], ["run", ExampleFiles.Small], 1, configuration, Verbosity.Normal);
    }

    private static Func<PlannedRun, ProgramOutcome> StoppingAfter(int runs, CancellationTokenSource cancellation)
    {
        var (engine, done) = (new TickEngine(), 0);
        return run =>
        {
            if (++done == runs)
            {
                cancellation.Cancel();
            }

            return engine.Run(run.Point.Scenario, run.Seed);
        };
    }

    private static Func<PlannedRun, ProgramOutcome> FailingAt(int replicate)
    {
        var engine = new TickEngine();
        return run => run.Replicate == replicate ? throw new InvalidOperationException("made to fail") : engine.Run(run.Point.Scenario, run.Seed);
    }

    private static Func<PlannedRun, ProgramOutcome> WithTheSeedOfTheNextReplicate()
    {
        var engine = new TickEngine();
        return run => engine.Run(run.Point.Scenario, run.Seed with { Replicate = run.Seed.Replicate + 1 });
    }
}
