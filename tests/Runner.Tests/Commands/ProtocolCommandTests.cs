using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>What is expected is written down before there are runs, and stays.</summary>
public sealed class ProtocolCommandTests : IDisposable
{
    private const string First = "Two policies differ.";
    private const string Second = "They do not differ.";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_page_says_what_is_asked_expected_estimated_and_how_precisely_before_any_run()
    {
        var page = (await CommandLine.RunAsync("protocol", ExampleFiles.OneLeader, "-o", _folder.Root)).Output;

        string[] parts =
        [
            "# Protocol of one-leader", "No run of this experiment exists", "## Question", "Does a program outlive its only leader?", "## Expectation",
            "## What will be estimated", "Leadership has ended when the last of the founding core has left.", "Removal at tick 10",
            "## Smallest difference that matters", "10 ticks", "## Design", "policy.cooptation: 0.5, 0.8", "## Planned precision",
            "400 replicates are the independent clusters", "## Identity", "Runs: 800", "model revision",
        ];
        var places = parts.Select(p => page.IndexOf(p, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Does a program outlive its only leader?\nAs often as succession works."))), page, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Root, "one-leader")));
    }

    [Fact]
    public async Task Distributions_of_factors_are_spelled_as_in_the_file()
    {
        var file = _folder.In("cloud.yaml");
        File.WriteAllText(file, """
            name: cloud
            question: Which?
            expectation: This.
            factors:
              demand.decisionsPerSeat: {range: {from: 0.05, to: 0.4, scale: log}}
              channels.remote: {range: {from: 0.2, to: 0.9}}
            design: {kind: latinHypercube, points: 8, seed: 1}
            replicates: 2
            seed: 1
            """);
        var page = (await CommandLine.RunAsync("protocol", file, "-o", _folder.Root)).Output;
        Assert.Contains("- demand.decisionsPerSeat: logUniform, from 0.05, to 0.4", page, StringComparison.Ordinal);
        Assert.Contains("- channels.remote: uniform, from 0.2, to 0.9", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_goes_to_a_file_and_says_when_runs_exist()
    {
        await RunAsync(First);
        var file = _folder.In("page.md");
        var run = await CommandLine.RunAsync("protocol", ExampleFiles.Small, "-o", _folder.Root, "--page", file);

        Assert.Contains("warning: 40 runs of this experiment exist in ", run.Error, StringComparison.Ordinal);
        Assert.Contains("40 runs of this experiment exist already: this is not a preregistration.", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_session_records_what_is_expected_and_repeating_it_records_nothing()
    {
        var results = (await RunAsync(First)).Output.Trim();
        var statement = Assert.Single(Statements(results));
        Assert.Equal(First, statement.GetProperty("expectation").GetString());
        Assert.Equal(0, statement.GetProperty("runsBefore").GetInt64());
        Assert.Equal(64, statement.GetProperty("hash").GetString()!.Length);

        await RunAsync(First);
        Assert.Equal(statement.GetRawText(), Assert.Single(Statements(results)).GetRawText());
    }

    [Fact]
    public async Task A_later_change_is_added_and_shown_with_both_texts_in_terminal_manifest_and_report()
    {
        var results = (await RunAsync(First)).Output.Trim();
        var changed = await RunAsync(Second);
        await RunAsync(Second);
        await CommandLine.RunAsync("report", results);

        Assert.Equal(results, changed.Output.Trim());
        Assert.Contains("note: the expectation changed on ", changed.Error, StringComparison.Ordinal);
        Assert.Contains("after 40 runs existed", changed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", changed.Error, StringComparison.Ordinal);
        Assert.Contains($"first: {First}", changed.Error, StringComparison.Ordinal);
        Assert.Contains($"now:   {Second}", changed.Error, StringComparison.Ordinal);
        Assert.Equal([First, Second], Statements(results).Select(s => s.GetProperty("expectation").GetString()));
        var report = File.ReadAllText(Path.Combine(results, ResultsFolder.ReportFile));
        Assert.Matches($"Expected, before results existed</p>\\s*<blockquote>{First}</blockquote>\\s*<p class=\"label\">Changed on [0-9-]+ [0-9:]+ UTC, after 40 runs existed</p>\\s*<blockquote>{Second}", report);
    }

    [Fact]
    public async Task A_change_back_is_shown_with_the_text_before_it()
    {
        await RunAsync(First);
        await RunAsync(Second);
        var back = await RunAsync(First);

        Assert.Contains("note: the expectation changed back on ", back.Error, StringComparison.Ordinal);
        Assert.Contains($"before: {Second}", back.Error, StringComparison.Ordinal);
        Assert.Contains($"now:    {First}", back.Error, StringComparison.Ordinal);
    }

    // A session that stops and is resumed with another expectation: the runs that were there by then are counted.
    [Fact]
    public async Task A_change_while_runs_are_missing_counts_the_runs_that_are_there()
    {
        var stopped = await RunAsync(First, "--shard", "1/2");
        Assert.Equal(0, Statements(stopped.Output.Trim()).Single().GetProperty("runsBefore").GetInt64());
        var resumed = await RunAsync(Second, "--shard", "1/2");

        Assert.Equal([0L, 20L], Statements(resumed.Output.Trim()).Select(s => s.GetProperty("runsBefore").GetInt64()));
        Assert.Contains("after 20 runs existed", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_that_are_merged_keep_the_time_of_the_first()
    {
        var share = await RunAsync(First, "--shard", "1/2");
        await RunAsync(First, "--shard", "2/2");
        var earliest = Statements(share.Output.Trim()).Single().GetProperty("recorded").GetString();
        var whole = Path.GetDirectoryName(share.Output.Trim())!.Replace(".parts", "", StringComparison.Ordinal);
        var merged = await CommandLine.RunAsync("merge", whole);

        Assert.Equal(0, merged.ExitCode);
        Assert.Equal(earliest, Assert.Single(Statements(whole)).GetProperty("recorded").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandLine> RunAsync(string expectation, params string[] more) =>
        CommandLine.RunAsync(["run", ExampleFiles.Small, "-o", _folder.Root, "--set", $"expectation={expectation}", "--set", "figures=[]", .. more]);

    private static JsonElement[] Statements(string results) =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "manifest.json"))).RootElement.GetProperty("statements").EnumerateArray()];
}
