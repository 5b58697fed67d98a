using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>People of a network file keep their names through runs: in events, traces and figures, and in what is made of an archive.</summary>
public sealed class NamedPeopleTests : IDisposable
{
    private const string Experiment = """
        name: named
        question: q
        expectation: e
        baseline: {network: {kind: file, nodes: NETWORK}, horizonTicks: 60, turnover: {hazardPerTick: 0.1}}
        factors:
          policy: {levels: [hoarding, distributed]}
        design: fullFactorial
        replicates: 3
        seed: 1
        outputs: {events: true}
        """;

    // As people export them: labels with commas, accents and blanks; ids that say nothing.
    private const string Gml = """
        graph [
          directed 0
          node [ id 10 label "Ana" level 0 ]
          node [ id 11 label "Zoë, Dr." level 1 ]
          node [ id 12 label "Bo Li" level 2 ]
          node [ id 13 label "O'Neil" level 2 ]
          edge [ source 10 target 11 trust 0.5 ]
          edge [ source 11 target 12 trust 0.25 ]
          edge [ source 11 target 13 trust 0.75 ]
        ]
        """;

    private static readonly string[] People = ["Ana", "Bo Li", "O'Neil", "Zoë, Dr."];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Names_of_the_file_stand_in_events_traces_figures_and_survive_the_archive()
    {
        _folder.Write("staff.gml", Gml);
        var file = _folder.Write("named.yaml", Experiment.Replace("NETWORK", "staff.gml", StringComparison.Ordinal));
        var run = await CommandLine.RunAsync("run", file, "-o", _folder.In("results"), "-q");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        var results = run.Output.Trim();

        var events = await CommandLine.DocumentAsync("query", results, "SELECT DISTINCT seat, person FROM events WHERE seat IS NOT NULL ORDER BY person", "--format", "json");
        Assert.Equal(People, events.EnumerateArray().Select(e => e.GetProperty("person").GetString()));
        Assert.Equal([0, 2, 3, 1], events.EnumerateArray().Select(e => e.GetProperty("seat").GetInt32()));
        Assert.Equal("0", await AnswerAsync(results, "SELECT count(*) FROM events WHERE (seat IS NULL) <> (person IS NULL)"));

        var id = await AnswerAsync(results, "SELECT runId FROM runs WHERE runIndex = 0");
        var trace = await CommandLine.RunAsync("replay", results, id, "--trace", "-");
        Assert.Equal(ExitCode.Complete, trace.ExitCode);
        Assert.EndsWith(",authority:Ana,\"authority:Zoë, Dr.\",authority:Bo Li,authority:O'Neil", trace.Output.Split('\n')[0], StringComparison.Ordinal);

        string[] export = ["export", results, "-o", _folder.In("out.zip"), "--author", "A. Person", "--license", "CC-BY-4.0", "-q"];
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync(export)).ExitCode);
        var again = await CommandLine.RunAsync("reproduce", _folder.In("out.zip"), "-q");
        Assert.Equal((ExitCode.Complete, "", "reproduced: 6 runs compared, 0 different"), (again.ExitCode, again.Error, again.Output.Trim()));
    }

    [Fact]
    public async Task Seats_without_a_file_have_numbers_and_no_column_of_people()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.In("results"), "-q", "--set", "outputs={events: true}");
        var results = run.Output.Trim();
        Assert.Equal("0", await AnswerAsync(results, "SELECT count(*) FROM (DESCRIBE events) WHERE column_name = 'person'"));
        var trace = await CommandLine.RunAsync("replay", results, await AnswerAsync(results, "SELECT runId FROM runs LIMIT 1"), "--trace", "-");
        Assert.Contains(",authority1,authority2,", trace.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(string results, string sql)
    {
        var run = await CommandLine.RunAsync("query", results, sql, "--format", "csv");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return run.Output.Split('\n')[1];
    }
}
