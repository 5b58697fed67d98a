using System.Globalization;
using System.Text.Json;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class ResultsCommandTests : IClassFixture<ResultsCommandTests.Finished>
{
    private readonly string _results;

    public ResultsCommandTests(Finished finished) => _results = finished.Results;

    [Fact]
    public async Task Analyze_as_json_is_one_document_with_groups_and_cautions()
    {
        var run = await CommandLine.RunAsync("analyze", _results, "--json");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        var programs = document.RootElement.GetProperty("tables").EnumerateArray().First();
        var rows = programs.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal("programs", programs.GetProperty("name").GetString());
        Assert.Equal(["hoarding", "distributed"], rows.Select(r => r.GetProperty("arm").GetString()));

        // Every tick of every program is counted once.
        string[] kinds = ["outlivedTicks", "ledTicks", "unmetTicks", "notNeededTicks"];
        Assert.All(rows, r => Assert.Equal(document.RootElement.GetProperty("horizonTicks").GetInt32(), kinds.Sum(k => r.GetProperty(k).GetDouble()), 1e-9));
        Assert.NotEqual(JsonValueKind.Undefined, document.RootElement.GetProperty("cautions").ValueKind);
    }

    [Fact]
    public async Task The_manifest_has_the_hash_of_every_file_and_verify_checks_them()
    {
        using var folder = new TemporaryFolder();
        var results = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", folder.Root, "-q")).Output.Trim();
        var files = Directory.GetFiles(results, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(results, f))
            .Where(f => f != "manifest.json" && f[0] != '.' && !f.StartsWith("shards", StringComparison.Ordinal));
        Assert.Equal(files.Order(StringComparer.Ordinal), RunManifest.Read(results)!.Hashes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", results)).ExitCode);

        // Made again with another reference, they have other hashes.
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("analyze", results, "--reference", "distributed")).ExitCode);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", results)).ExitCode);
        await File.AppendAllTextAsync(Path.Combine(results, "analysis", "contrasts.csv"), "x");
        var changed = await CommandLine.RunAsync("verify", results);
        Assert.NotEqual(ExitCode.Complete, changed.ExitCode);
        Assert.Contains("contrasts.csv", changed.Output + changed.Error, StringComparison.Ordinal);
    }

    // small.yaml: two policies, ten replicates at two conditions, common random numbers.
    [Fact]
    public async Task Policies_are_compared_replicate_by_replicate()
    {
        var table = File.ReadAllLines(Path.Combine(_results, "analysis", "contrasts.csv")).Select(l => l.Split(',')).ToArray();
        string Cell(int row, string column) => table[row][Array.IndexOf(table[0], column)];
        Assert.Equal(["restrictedMean", "outlives"], table.Skip(1).Select(r => r[2]));
        Assert.All(table.Skip(1), r => Assert.Equal(["distributed", "hoarding"], r.Take(2)));
        Assert.Equal("10", Cell(1, "replicates"));
        Assert.Equal(Number(Cell(1, "estimate")) - Number(Cell(1, "referenceEstimate")), Number(Cell(1, "difference")), 1e-12);
        Assert.InRange(Number(Cell(1, "difference")), Number(Cell(1, "bcaLower95")), Number(Cell(1, "bcaUpper95")));
        var text = await CommandLine.RunAsync("analyze", _results);
        Assert.Contains("difference from hoarding", text.Output, StringComparison.Ordinal);
        Assert.Contains("replicate by replicate under common random numbers", await File.ReadAllTextAsync(Path.Combine(_results, "report.html")), StringComparison.Ordinal);

        static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_reference_can_be_chosen_among_the_levels()
    {
        using var folder = new TemporaryFolder();
        var results = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", folder.Root, "-q")).Output.Trim();
        var chosen = await CommandLine.RunAsync("analyze", results, "--reference", "distributed");
        Assert.Contains("difference from distributed", chosen.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("report", results, "--reference", "hoarding")).ExitCode);
        Assert.StartsWith("distributed,hoarding,", File.ReadLines(Path.Combine(results, "analysis", "contrasts.csv")).ElementAt(1), StringComparison.Ordinal);
        var unknown = await CommandLine.RunAsync("report", results, "--reference", "distribute");
        Assert.Equal(ExitCode.Invalid, unknown.ExitCode);
        Assert.Contains("--reference is distribute, which is not a level of policy; allowed are hoarding, distributed", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Independent_runs_are_not_compared_replicate_by_replicate()
    {
        using var folder = new TemporaryFolder();
        var results = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", folder.Root, "-q", "--set", "seeding=independent")).Output.Trim();
        Assert.False(File.Exists(Path.Combine(results, "analysis", "contrasts.csv")));
        var differences = await CommandLine.RunAsync("table", results, "differences");
        Assert.Contains("replicates paired by number", differences.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_have_the_errors_of_their_shares()
    {
        var table = (await File.ReadAllLinesAsync(Path.Combine(_results, "analysis", "states-by-tick.csv"))).Select(l => l.Split(',')).ToArray();
        int Column(string name) => Array.IndexOf(table[0], name);
        double Number(string[] row, string name) => double.Parse(row[Column(name)], CultureInfo.InvariantCulture);

        // A replicate is two runs, one a condition: the error is at least √(p(1 − p)/n) of 20 runs, and at most that of ten.
        string[] states = ["led", "outliving", "failedBefore", "failedAfter", "needEnded"];
        Assert.All(table.Skip(1), row => Assert.All(states, state =>
        {
            var share = Number(row, state);
            Assert.InRange(Number(row, state + "StandardError"), Math.Sqrt(share * (1 - share) / 20) - 1e-12, Math.Sqrt(share * (1 - share) / 10) + 1e-12);
        }));
        Assert.All(table.Skip(1), row => Assert.Equal(1, states.Sum(s => Number(row, s)), 1e-12));
    }

    [Theory]
    [InlineData("csv", "arm,runs,points,outlivedTicks,outlivedTicksLower95,outlivedTicksUpper95")]
    [InlineData("json", "\"name\": \"programs\"")]
    [InlineData("markdown", "| policy | runs |")]
    [InlineData("latex", "\\toprule")]
    [InlineData("text", "All programs over")]
    public async Task A_table_is_written_in_the_form_that_is_asked_for(string format, string expected)
    {
        var run = await CommandLine.RunAsync("table", _results, "programs", "--format", format);

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_are_listed_and_an_unknown_one_is_refused_with_their_names()
    {
        Assert.Contains("residual-life", (await CommandLine.RunAsync("table", _results)).Output, StringComparison.Ordinal);
        var unknown = await CommandLine.RunAsync("table", _results, "nosuch");
        Assert.Equal(ExitCode.Invalid, unknown.ExitCode);
        Assert.Contains("there is no table nosuch; allowed are programs, states, differences", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plot_and_report_give_the_same_bytes_again()
    {
        string[] names = ["figures/survival.png", "figures/survival.svg", "figures/states.csv", "report.html"];
        var before = names.Select(n => File.ReadAllBytes(Path.Combine(_results, n))).ToArray();

        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("plot", _results)).ExitCode);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("report", _results)).ExitCode);

        Assert.All(names.Zip(before), x => Assert.True(x.Second.SequenceEqual(File.ReadAllBytes(Path.Combine(_results, x.First))), x.First));
    }

    [Fact]
    public async Task Twenty_rows_replay_bit_for_bit()
    {
        foreach (var id in File.ReadLines(Path.Combine(_results, "runs.csv")).Skip(1).Where((_, i) => i % 2 == 0).Select(l => l.Split(',')[0]))
        {
            var run = await CommandLine.RunAsync("replay", _results, id);

            Assert.True(run.ExitCode == ExitCode.Complete, run.Output + run.Error);
        }
    }

    [Fact]
    public async Task A_trace_has_a_row_a_tick_and_ends_in_the_stored_state()
    {
        var rows = File.ReadAllLines(Path.Combine(_results, "runs.csv")).Select(l => l.Split(',')).ToArray();
        string Stored(string column) => rows[1][Array.IndexOf(rows[0], column)];

        var run = await CommandLine.RunAsync("replay", _results, rows[1][0], "--trace", "-");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("agrees", run.Error, StringComparison.Ordinal);
        var trace = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')).ToArray();
        string Last(string column) => trace[^1][Array.IndexOf(trace[0], column)];
        Assert.Equal(2 + int.Parse(Stored("endTick"), System.Globalization.CultureInfo.InvariantCulture), trace.Length);
        Assert.All(["vitality", "vacantAuthority", "authorityGini", "decisionsResolved", "codeKnowledge", "meanKnowledge"],
            c => Assert.Equal(Stored(c), Last(c)));
        Assert.Contains("end:" + Stored("endCause"), Last("events"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuchrun", "there is no run nosuchrun")]
    [InlineData("", "the run id is empty")]
    public async Task A_run_that_does_not_exist_exits_2(string id, string expected)
    {
        var run = await CommandLine.RunAsync("replay", _results, id);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task The_resolved_experiment_is_itself_an_experiment_with_the_same_id()
    {
        var run = await CommandLine.RunAsync("validate", Path.Combine(_results, ResultsFolder.ResolvedFile), "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.StartsWith(Path.GetFileName(_results), document.RootElement.GetProperty("experimentId").GetString(), StringComparison.Ordinal);
    }

    /// <summary>One finished experiment for all tests of the class.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Finished() => Results = CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", "figures=[survival, states]")
            .GetAwaiter().GetResult().Output.Trim();

        public string Results { get; }

        public void Dispose() => _folder.Dispose();
    }
}
