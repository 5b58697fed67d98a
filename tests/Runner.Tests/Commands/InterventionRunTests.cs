using System.Globalization;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>An ordinary experiment whose worlds are run with and without a removal of leaders.</summary>
public sealed class InterventionRunTests : IDisposable
{
    private const double Replicates = 400;
    private const int TicksAfter = 190;
    private readonly TemporaryFolder _folder = new();

    // One leader: with the removal P(outlives) = s, without it 1 (nobody leaves by itself). So shares change by s − 1, lives by that times the
    // ticks that are left, and the two arms differ by 0.8 − 0.5.
    [Fact]
    public async Task A_run_finds_the_chance_that_succession_fails()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.OneLeader, "-o", _folder.Root, "-q");
        var results = run.Output.Trim();
        var rows = CsvFile.Read(Path.Combine(results, "analysis", "intervention.csv"));

        Assert.Equal(["0.5", "0.8"], rows.Select(r => r["arm"]));
        foreach (var row in rows)
        {
            var works = Number(row, "arm");
            Assert.Equal(works - 1, Number(row, "alive"), 4 * Math.Sqrt(works * (1 - works) / Replicates));
            Assert.Equal(Number(row, "alive") * TicksAfter, Number(row, "life"), 1e-9);
            Assert.Equal(200, Number(row, "lifeWithout"), 1e-9);
        }

        Assert.Equal(0.3, Number(rows[1], "againstReference"), 4 * Math.Sqrt((0.25 + 0.16) / Replicates));
        Assert.Equal(Number(rows[1], "againstReference") * TicksAfter, Number(rows[1], "lifeAgainstReference"), 1e-9);
        Assert.True(Number(rows[1], "lifeAgainstReferenceLower95") > 0);
    }

    [Fact]
    public async Task Rows_hold_three_columns_of_the_twin_and_can_be_verified_replayed_and_analyzed_again()
    {
        var results = (await CommandLine.RunAsync("run", ExampleFiles.OneLeader, "-o", _folder.Root, "-q", "--set", "replicates=20")).Output.Trim();
        var runs = CsvFile.Read(Path.Combine(results, "runs.csv"));
        Assert.Equal(["twinEndTick", "twinFailed", "twinFoundSomebody"], runs[0].Keys.Where(k => k.StartsWith("twin", StringComparison.Ordinal)));
        Assert.All(runs, r => Assert.True(r["twinFailed"] == "true" ? r["twinEndTick"] == "10" : r["twinEndTick"] == "200"));

        Assert.Contains("0 faults", (await CommandLine.RunAsync("verify", results, "--sample", "1")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync("replay", results, runs[0]["runId"])).ExitCode);
        var before = File.ReadAllText(Path.Combine(results, "analysis", "intervention.csv"));
        Assert.Equal(0, (await CommandLine.RunAsync("analyze", results)).ExitCode);
        Assert.Equal(before, File.ReadAllText(Path.Combine(results, "analysis", "intervention.csv")));
    }

    // Nothing else ends a program here, so a twin is stopped exactly when succession fails: with 1 − s, in the tick of the removal.
    [Fact]
    public async Task Twins_that_a_stop_rule_ends_are_told_from_those_that_fail()
    {
        string[] stopping = ["--set", "viability.rule=none", "--set", "stop={when: vacantAuthority > 0.5, cause: vacant}"];
        var results = (await CommandLine.RunAsync(["run", ExampleFiles.OneLeader, "-o", _folder.Root, "-q", .. stopping])).Output.Trim();
        var runs = CsvFile.Read(Path.Combine(results, "runs.csv"));

        var columns = runs[0].Keys.Where(k => k.StartsWith("twin", StringComparison.Ordinal));
        Assert.Equal(["twinEndTick", "twinFailed", "twinFoundSomebody", "twinStopped"], columns);
        Assert.All(runs, r => Assert.Equal(r["twinStopped"] == "true" ? ("10", "true") : ("200", "false"), (r["twinEndTick"], r["twinFailed"])));
        foreach (var arm in runs.GroupBy(r => Number(r, "policy.cooptation")))
        {
            Assert.Equal(1 - arm.Key, arm.Count(r => r["twinStopped"] == "true") / Replicates, 4 * Math.Sqrt(arm.Key * (1 - arm.Key) / Replicates));
        }

        Assert.Contains("0 faults", (await CommandLine.RunAsync("verify", results, "--sample", "20")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_explains_the_three_estimands_beside_the_table()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.OneLeader, "-o", _folder.Root, "--set", "replicates=20");
        var report = File.ReadAllText(Path.Combine(run.Output.Trim(), "report.html"));

        Assert.Contains("<li>All programs: ", report, StringComparison.Ordinal);
        Assert.Contains("<li>Removal (intervention): ", report, StringComparison.Ordinal);
        Assert.Contains("<li>Residual life: ", report, StringComparison.Ordinal);
        Assert.Contains("What the removal at tick 10 does to programs that were alive then", report, StringComparison.Ordinal);
        Assert.Contains("Removing leaders at tick 10 changes the share alive 52 ticks later by −", run.Error, StringComparison.Ordinal);
    }

    // Whoever removes other leaders has other rows, and so another folder; when programs are looked at changes no row.
    [Theory]
    [InlineData("intervention={remove: director, atTick: 10}", false)]
    [InlineData("intervention={remove: foundingCore, atTick: 10, after: 20}", true)]
    public async Task The_removal_belongs_to_the_identity_of_an_experiment(string set, bool isSame)
    {
        var first = (await CommandLine.RunAsync("run", ExampleFiles.OneLeader, "-o", _folder.Root, "-q", "--set", "replicates=2")).Output.Trim();
        var second = (await CommandLine.RunAsync("run", ExampleFiles.OneLeader, "-o", _folder.Root, "-q", "--set", "replicates=2", "--set", set)).Output.Trim();
        Assert.Equal(isSame, first == second);
    }

    public void Dispose() => _folder.Dispose();

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
