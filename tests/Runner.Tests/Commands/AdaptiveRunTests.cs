using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class AdaptiveRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replication_stops_when_the_goals_are_met_and_the_folder_can_be_verified_and_reproduced()
    {
        var run = await RunAsync("min: 20, max: 200, lookAhead: 1, until: [{output: failed, halfWidth: 0.1}]");
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        var folder = run.Output.Trim();
        var manifest = RunTable.ManifestOf(folder);
        Assert.True(manifest.RunsDone is > 40 and < 400, $"{manifest.RunsDone} runs");
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(folder, "replication.csv"))).Length);
        foreach (var verb in (string[])["verify", "status", "reproduce"])
        {
            var checkedAgain = await CommandLine.RunAsync(verb, folder);
            Assert.True(checkedAgain.ExitCode == ExitCode.Complete, checkedAgain.Output + checkedAgain.Error);
        }

        Assert.Contains("complete: nothing to run", (await RunAsync("min: 20, max: 200, lookAhead: 1, until: [{output: failed, halfWidth: 0.1}]")).Error, StringComparison.Ordinal);
    }

    // Narrow enough at the most replicates allowed, though not confirmed by further looks.
    [Fact]
    public async Task What_is_narrow_enough_at_the_end_is_precise()
    {
        var run = await RunAsync("min: 10, max: 60, lookAhead: 50, until: [{output: failed, halfWidth: 0.15}]");
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.All(File.ReadLines(Path.Combine(run.Output.Trim(), "replication.csv")).Skip(1),
            line => Assert.Contains(",60,true,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Precision_that_is_not_reached_exits_6_and_the_report_says_so()
    {
        var run = await RunAsync("min: 5, max: 15, batch: 5, until: [{output: failed, halfWidth: 0.01}]");
        Assert.Equal(ExitCode.PrecisionNotReached, run.ExitCode);
        Assert.Contains("warning: 2 design points are less precise than asked for after 15 replicates", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 design points are less precise than their goals", await File.ReadAllTextAsync(Path.Combine(run.Output.Trim(), "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_that_came_to_different_lengths_are_merged_and_judged_again()
    {
        const string Rule = "min: 20, max: 200, lookAhead: 1, until: [{output: failed, halfWidth: 0.1}]";
        var whole = (await RunAsync(Rule)).Output.Trim();
        var (early, merged) = (_folder.In("early"), _folder.In("merged"));
        var input = ExperimentInput.Read(ExperimentWith(Rule), [], null);
        using (var store = ResultsStore.Open(early, input, [], input.Spec.SourceText))
        {
            Sweep.Run(input.Plan, store, new SweepOptions(), CancellationToken.None);
        }

        var tooFew = await CommandLine.RunAsync("merge", merged, early);
        Assert.Equal(ExitCode.Incomplete, tooFew.ExitCode);
        Assert.Contains("20 runs were added to the plan", tooFew.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(merged, "replication.csv")));
        var enough = await CommandLine.RunAsync("merge", merged, early, whole);
        Assert.True(enough.ExitCode == ExitCode.Complete, enough.Error);
        foreach (var table in (string[])["replication.csv", "runs.csv"])
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(whole, table)), await File.ReadAllBytesAsync(Path.Combine(merged, table)));
        }
    }

    [Fact]
    public async Task Shares_of_a_plan_that_grows_give_the_bytes_of_one_process()
    {
        const string Rule = "min: 20, max: 200, lookAhead: 1, until: [{output: failed, halfWidth: 0.1}]";
        var whole = (await RunAsync(Rule)).Output.Trim();
        var merged = Path.Combine(_folder.In("shared"), Path.GetRelativePath(_folder.In("results"), whole));
        var waves = 0;
        CommandLine merge;
        do
        {
            waves++;
            foreach (var share in (string[])["1/2", "2/2"])
            {
                var run = await CommandLine.RunAsync("run", ExperimentWith(Rule), "--output", _folder.In("shared"), "--shard", share);
                Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
            }

            merge = await CommandLine.RunAsync("merge", merged);
        }
        while (merge.ExitCode == ExitCode.Incomplete && waves < 20);

        Assert.True(merge.ExitCode == ExitCode.Complete, merge.Error);
        Assert.True(waves > 1, "the plan did not grow, so this tested nothing");
        foreach (var table in (string[])["replication.csv", "runs.csv", "runs.parquet"])
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(whole, table)), await File.ReadAllBytesAsync(Path.Combine(merged, table)));
        }
    }

    [Fact]
    public async Task The_size_is_said_as_a_range()
    {
        var plan = await CommandLine.RunAsync("plan", ExperimentWith("min: 5, max: 15, until: [{output: failed, halfWidth: 0.01}]"));
        Assert.Contains("2 design points × 5 to 15 replicates = 10 to 30 runs; from about", plan.Output, StringComparison.Ordinal);
    }

    private Task<CommandLine> RunAsync(string rule, params string[] options) =>
        CommandLine.RunAsync(["run", ExperimentWith(rule), "--output", _folder.In("results"), "--workers", "2", .. options]);

    private string ExperimentWith(string rule) => _folder.Write("adaptive.yaml", $$"""
        name: adaptive
        question: How often?
        expectation: As often as it takes.
        baseline: {organization: {seats: 10, sites: 2}, turnover: {hazardPerTick: 0.02}, horizonTicks: 60}
        factors:
          policy: {levels: [hoarding, distributed]}
        design: fullFactorial
        replicates: { {{rule}} }
        seed: 1
        """);
}
