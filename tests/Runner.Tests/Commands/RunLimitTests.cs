using System.Text.Json;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>
/// The options of <c>leadersim run</c> that say which runs to do and when to stop: 40 runs, and an engine that fails at replicate 3, 12 to 15.
/// </summary>
public sealed class RunLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fail_fast_stops_at_the_first_failure_and_exits_3()
    {
        var run = await FailingAsync("--fail-fast", "--workers", "1");

        Assert.Equal(ExitCode.SomeRunsFailed, run.ExitCode);
        Assert.Contains("stopped: because 1 run failed and --fail-fast was given: 13 of 40 runs are done and kept", run.Error, StringComparison.Ordinal);
        Assert.Contains("--retry-failed", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("2", 3)]
    [InlineData("5%", 3)]
    [InlineData("4.9%", 2)]
    [InlineData("0", 1)]
    public async Task One_failure_more_than_may_be_stops_the_sweep_and_exits_3(string allowed, int failed)
    {
        var run = await FailingAsync("--max-failures", allowed, "--workers", "1");

        Assert.Equal(ExitCode.SomeRunsFailed, run.ExitCode);
        Assert.Contains($"stopped: because {failed} {(failed == 1 ? "run" : "runs")} failed and no more than {failed - 1} may", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExperimentStatus.Incomplete, RunTable.ManifestOf(Whole()).Status);
    }

    [Theory]
    [InlineData("--max-failures", "4")]
    [InlineData("--max-failures", "10%")]
    public async Task As_many_failures_as_may_be_do_not(string option, string value)
    {
        var run = await FailingAsync(option, value, "--workers", "1");

        Assert.Equal(ExitCode.SomeRunsFailed, run.ExitCode);
        Assert.Contains("warning: 4 runs failed", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExperimentStatus.CompleteWithFailures, RunTable.ManifestOf(Whole()).Status);
    }

    [Fact]
    public async Task Failed_runs_are_kept_until_they_are_to_be_tried_again()
    {
        await FailingAsync();
        Assert.Equal(ExitCode.SomeRunsFailed, (await RunAsync("-q")).ExitCode);
        Assert.Equal(ExitCode.SomeRunsFailed, (await CommandLine.RunAsync("status", Whole())).ExitCode);

        var retried = await RunAsync("--retry-failed", "--max-failures", "0");

        Assert.Equal(ExitCode.Complete, retried.ExitCode);
        Assert.Contains("4 runs in ", retried.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("status", Whole())).ExitCode);
    }

    [Fact]
    public async Task After_its_time_limit_a_run_stops_exits_4_and_goes_on_later()
    {
        var run = await CommandLine.RunWithAsync(Slow, ["run", ExampleFiles.Small, "-o", _folder.In("results"), "--time-limit", "2s", "--workers", "1"]);

        Assert.Equal(ExitCode.Incomplete, run.ExitCode);
        Assert.Matches(@"stopped: after the time limit of 2 s: [1-9][0-9]? of 40 runs are done and kept", run.Error);
        Assert.Equal(ExitCode.Incomplete, (await CommandLine.RunAsync("status", Whole())).ExitCode);
        Assert.Equal(ExitCode.Complete, (await RunAsync("--time-limit", "1h30m")).ExitCode);
    }

    [Fact]
    public async Task A_folder_that_somebody_works_in_exits_7_and_says_who()
    {
        var input = ExperimentInput.Read(ExampleFiles.Small, [], null);
        using (ResultsStore.Open(Whole(), input, [], input.Spec.SourceText))
        {
            var second = await RunAsync();
            Assert.Equal(ExitCode.ResultsUnusable, second.ExitCode);
            Assert.Contains($"another process ({Environment.MachineName}:{Environment.ProcessId}) is working in", second.Error, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.Complete, (await RunAsync("-q")).ExitCode);
    }

    [Fact]
    public async Task Status_tells_a_killed_session_from_one_that_stopped()
    {
        await FailingAsync("--fail-fast");
        Assert.DoesNotContain("killed", (await CommandLine.RunAsync("status", Whole())).Output, StringComparison.Ordinal);

        // What a session writes at its start, and its end would have replaced.
        var manifest = Path.Combine(Whole(), "manifest.json");
        await File.WriteAllTextAsync(
            manifest, (await File.ReadAllTextAsync(manifest)).Replace("\"status\": \"incomplete\"", "\"status\": \"running\"", StringComparison.Ordinal));
        var killed = await CommandLine.RunAsync("status", Whole());
        Assert.Equal(ExitCode.Incomplete, killed.ExitCode);
        Assert.Contains("no session is running: the last one was killed", killed.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CommandLine.RunAsync("status", Whole(), "--json")).Output);
        Assert.Equal("running", json.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_was_set_and_the_command_line_stand_in_the_manifest()
    {
        var folder = (await RunAsync("-q", "--set", "turnover.strainEffect=0")).Output.Trim();
        var manifest = RunTable.ManifestOf(folder);
        Assert.Equal(["turnover.strainEffect=0"], manifest.Overrides);
        Assert.Equal(
            ["run", ExampleFiles.Small, "-o", _folder.In("results"), "-q", "--set", "turnover.strainEffect=0"], Assert.Single(manifest.Sessions).Arguments);
    }

    [Fact]
    public async Task Verbose_names_failures_and_commits_and_quiet_says_warnings_only()
    {
        var verbose = await FailingAsync("--verbose");
        Assert.Contains(" (design point 0, replicate 3) failed: InvalidOperationException: made to fail", verbose.Error, StringComparison.Ordinal);
        Assert.Contains("shard 0 is committed", verbose.Error, StringComparison.Ordinal);

        var quiet = await RunAsync("--quiet");
        Assert.StartsWith("warning: 4 runs failed", quiet.Error, StringComparison.Ordinal);
        Assert.Single(quiet.Error.Trim().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("--shard", "0/4", "shares count from 1. In an array from 0 use --shard $((SLURM_ARRAY_TASK_ID+1))/4")]
    [InlineData("--shard", "5/4", "allowed is 1/10 … 10/10 for ten shares")]
    [InlineData("--shard", "4", "allowed is 1/10 … 10/10 for ten shares")]
    [InlineData("--max-failures", "-1", "a whole number from 0, or a percentage such as 5%")]
    [InlineData("--max-failures", "101%", "a whole number from 0, or a percentage such as 5%")]
    [InlineData("--time-limit", "55", "as in 90s, 55m, 1h30m or 2d")]
    [InlineData("--time-limit", "0s", "as in 90s, 55m, 1h30m or 2d")]
    [InlineData("--color", "sometimes", "sometimes")]
    public async Task A_value_that_is_none_exits_2_and_says_what_is_allowed(string option, string value, string expected)
    {
        var run = await RunAsync(option, value);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Quiet_and_verbose_at_once_exit_2() => Assert.Equal(ExitCode.Invalid, (await RunAsync("-q", "-v")).ExitCode);

    [Theory]
    [InlineData("auto", null, null, true)]
    [InlineData("auto", "", "xterm", true)]
    [InlineData("auto", "1", "xterm", false)]
    [InlineData("auto", null, "dumb", false)]
    [InlineData("always", "1", "dumb", true)]
    [InlineData("never", null, "xterm", false)]
    public void Colours_follow_the_option_then_the_environment(string choice, string? noColour, string? terminal, bool expected) =>
        Assert.Equal(expected, Messages.IsColourWanted(choice, name => name == "NO_COLOR" ? noColour : terminal));

    [Fact]
    public async Task Json_stays_one_document_whatever_is_said_besides()
    {
        var folder = (await RunAsync("-q")).Output.Trim();

        var analysis = await CommandLine.RunAsync("analyze", folder, "--json", "--quiet", "--color", "always");

        Assert.Empty(analysis.Error);
        using var document = JsonDocument.Parse(analysis.Output);
        Assert.DoesNotContain('\u001b', analysis.Output);
    }

    private Task<CommandLine> RunAsync(params string[] options) => CommandLine.RunAsync(["run", ExampleFiles.Small, "-o", _folder.In("results"), .. options]);

    private Task<CommandLine> FailingAsync(params string[] options) =>
        CommandLine.RunWithAsync(FailingAtReplicateThree, ["run", ExampleFiles.Small, "-o", _folder.In("results"), .. options]);

    private string Whole() => ResultsFolder.PathOf(_folder.In("results"), ExperimentInput.Read(ExampleFiles.Small, [], null));

    private static Func<PlannedRun, ProgramOutcome> Slow()
    {
        var engine = new TickEngine();
        return run =>
        {
            Thread.Sleep(200);
            return engine.Run(run.Point.Scenario, run.Seed);
        };
    }

    private static Func<PlannedRun, ProgramOutcome> FailingAtReplicateThree()
    {
        var engine = new TickEngine();
        return run => run.Replicate == 3 ? throw new InvalidOperationException("made to fail") : engine.Run(run.Point.Scenario, run.Seed);
    }
}
