using System.Text.Json;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Export and reproduce: results are given away, and made again from what was given alone.</summary>
public sealed class ArchiveTests : IClassFixture<ArchiveTests.Finished>, IDisposable
{
    private static readonly string[] Said =
    [
        "--author", "A. Researcher", "--author", "B. Reader", "--orcid", "0000-0002-1825-0097", "--orcid", "-", "--license", "CC-BY-4.0",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _results;

    public ArchiveTests(Finished finished) => _results = finished.Results;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_export_says_who_what_and_with_what()
    {
        var run = await ExportAsync("out", [.. Said, "--operator", "B. Reader"]);

        Assert.Equal((ExitCode.Complete, _folder.In("out")), (run.ExitCode, run.Output.Trim()));
        using var crate = JsonDocument.Parse(File.ReadAllText(_folder.In("out", "ro-crate-metadata.json")));
        var graph = crate.RootElement.GetProperty("@graph").EnumerateArray().ToDictionary(e => e.GetProperty("@id").GetString()!);
        Assert.Equal("https://w3id.org/ro/wfrun/process/0.5", graph["./"].GetProperty("conformsTo").GetProperty("@id").GetString());
        Assert.Equal("https://spdx.org/licenses/CC-BY-4.0", graph["./"].GetProperty("license").GetProperty("@id").GetString());
        Assert.Equal("A. Researcher", graph["https://orcid.org/0000-0002-1825-0097"].GetProperty("name").GetString());
        Assert.Equal("B. Reader", graph[graph["#session-1"].GetProperty("agent").GetProperty("@id").GetString()!].GetProperty("name").GetString());
        Assert.All(["CITATION.cff", "codemeta.json", "SHA256SUMS", "runs.parquet", "report.html"], f => Assert.True(File.Exists(_folder.In("out", f)), f));
    }

    [Theory]
    [InlineData("there are 1 --author and 2 --orcid", "--author", "A", "--orcid", "-", "--orcid", "-", "--license", "MIT")]
    [InlineData("0000-0002-1825-0098 is not an ORCID iD", "--author", "A", "--orcid", "0000-0002-1825-0098", "--license", "MIT")]
    [InlineData("my own is not an SPDX license identifier", "--author", "A", "--license", "my own")]
    [InlineData("--license", "--author", "A")]
    [InlineData("--author", "--license", "MIT")]
    public async Task What_is_missing_or_wrong_exits_2(string expected, params string[] options)
    {
        var run = await ExportAsync("out", options);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("out")));
    }

    [Fact]
    public async Task What_is_there_is_not_replaced_and_exits_7()
    {
        Directory.CreateDirectory(_folder.In("out"));
        Assert.Equal(ExitCode.ResultsUnusable, (await ExportAsync("out", Said)).ExitCode);
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out.zip")]
    public async Task An_export_is_reproduced_from_itself_alone(string name)
    {
        await ExportAsync(name, Said);

        var run = await CommandLine.RunAsync("reproduce", _folder.In(name), "-q");

        Assert.Equal((ExitCode.Complete, ""), (run.ExitCode, run.Error));
        Assert.Equal("reproduced: 40 runs compared, 0 different", run.Output.Trim());
        Assert.Equal([name], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Tables_alone_are_enough_and_the_new_results_can_be_kept()
    {
        await ExportAsync("out", Said);
        Directory.Delete(_folder.In("out", "shards"), recursive: true);
        Directory.Delete(_folder.In("out", "analysis"), recursive: true);

        var run = await CommandLine.RunAsync("reproduce", _folder.In("out"), "-o", _folder.In("again"), "--json");

        using var found = JsonDocument.Parse(run.Output);
        Assert.Equal(
            (ExitCode.Complete, 40, true),
            (run.ExitCode, found.RootElement.GetProperty("runs").GetInt32(), found.RootElement.GetProperty("agrees").GetBoolean()));
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", _folder.In("again"))).ExitCode);
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("reproduce", _folder.In("out"), "-o", _folder.In("again"))).ExitCode);
    }

    [Fact]
    public async Task The_first_run_that_differs_is_named_with_both_values_and_exits_5()
    {
        var table = RunTable.Read(_results);
        var other = await CommandLine.RunWithAsync(WithAnotherEndOfRunSeventeen, "run", ExampleFiles.Small, "-o", _folder.Root, "-q");

        var run = await CommandLine.RunAsync("reproduce", other.Output.Trim());

        Assert.Equal(ExitCode.Mismatch, run.ExitCode);
        Assert.Contains($"first: run {table.Texts("runId")[17]} (position 17), endTick: archived 12345, made again {table.Texts("endTick")[17]}", run.Output, StringComparison.Ordinal);
        Assert.Contains("runs.parquet does not have the same bytes", run.Output, StringComparison.Ordinal);
        Assert.Contains("NOT REPRODUCED: 40 runs compared, 1 different", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_failed_in_the_archive_and_does_not_now_is_a_difference()
    {
        var failing = await CommandLine.RunWithAsync(FailingAtRunFive, "run", ExampleFiles.Small, "-o", _folder.Root, "-q");

        var run = await CommandLine.RunAsync("reproduce", failing.Output.Trim(), "-q");

        Assert.Equal(ExitCode.Mismatch, run.ExitCode);
        Assert.Contains("(position 5): in the archive it is not among the finished runs, made again it finished", run.Output, StringComparison.Ordinal);
        Assert.Contains("failures.parquet does not have the same bytes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_checks_every_file_of_an_export()
    {
        await ExportAsync("out", Said);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", _folder.In("out"))).ExitCode);

        File.AppendAllText(_folder.In("out", "report.html"), "<!-- more -->");
        var run = await CommandLine.RunAsync("verify", _folder.In("out"));

        Assert.Equal(ExitCode.Mismatch, run.ExitCode);
        Assert.Contains("report.html: it does not have the hash that SHA256SUMS states", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_than_complete_results_is_refused()
    {
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("reproduce", _folder.In("nosuch"))).ExitCode);
        Assert.Equal(ExitCode.Invalid, (await CommandLine.RunAsync("reproduce", _folder.Write("a.zip", "no archive"))).ExitCode);
        var part = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "--shard", "1/2", "-q")).Output.Trim();
        Assert.Equal(ExitCode.Incomplete, (await CommandLine.RunAsync("reproduce", part)).ExitCode);
    }

    private Task<CommandLine> ExportAsync(string name, string[] options) => CommandLine.RunAsync(["export", _results, "-o", _folder.In(name), .. options]);

    private static Func<PlannedRun, ProgramOutcome> FailingAtRunFive()
    {
        var engine = new TickEngine();
        return run => run.Index == 5 ? throw new InvalidOperationException("made to fail") : engine.Run(run.Point.Scenario, run.Seed);
    }

    private static Func<PlannedRun, ProgramOutcome> WithAnotherEndOfRunSeventeen()
    {
        var engine = new TickEngine();
        return run => engine.Run(run.Point.Scenario, run.Seed) is var outcome && run.Index == 17 ? outcome with { EndTick = 12345 } : outcome;
    }

    [Fact]
    public async Task An_archive_that_is_not_as_it_was_made_is_told_of()
    {
        var archive = _folder.In("incomplete");
        await ExportAsync("incomplete", Said);
        Assert.Contains("report.html", await File.ReadAllTextAsync(Path.Combine(archive, "ro-crate-metadata.json")), StringComparison.Ordinal);
        File.Delete(Path.Combine(archive, "experiment.yaml"));
        var run = await CommandLine.RunAsync("reproduce", archive, "-q");
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("warning: the archive was changed: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("experiment.yaml: it is not there", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_into_its_own_folder_is_refused()
    {
        var run = await CommandLine.RunAsync("export", _results, "-o", Path.Combine(_results, "sub"), "--author", "A. Person", "--license", "CC-BY-4.0");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("inside the results folder", run.Error, StringComparison.Ordinal);
    }

    /// <summary>One finished experiment for all tests of the class.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Finished() => Results = CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q").GetAwaiter().GetResult().Output.Trim();

        public string Results { get; }

        public void Dispose() => _folder.Dispose();
    }
}
