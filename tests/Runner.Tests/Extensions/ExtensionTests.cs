using LeadershipSim.Runner.Extensions;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.Tests.Extensions;

public sealed class ExtensionTests : IDisposable
{
    private const string Text = """
        name: extended
        question: q
        expectation: e
        baseline: {organization: {seats: 20, sites: 2}, horizonTicks: 52}
        factors: {policy: {levels: [hoarding, {kind: drifting, rate: 0.3}]}}
        design: fullFactorial
        replicates: 2
        seed: 1
        outputs: {series: {every: 13, metrics: [vacant]}}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Results_hold_what_an_extension_brings_and_are_repeated_bit_for_bit()
    {
        var extension = Mine("one");
        var results = await RunAsync(extension);
        Assert.Contains(",lifeShare,", File.ReadLines(Path.Combine(results, "runs.csv")).First(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(results, "figures", "blank.png")));
        Assert.Equal("one", File.ReadAllText(Path.Combine(results, "mine.cs")));

        var id = File.ReadLines(Path.Combine(results, "runs.csv")).Last().Split(',')[0];
        Assert.Equal(0, (await CallAsync(extension, "replay", results, id)).ExitCode);
        Assert.Equal(0, (await CallAsync(extension, "verify", results)).ExitCode);
        Assert.Equal(0, (await CallAsync(extension, "reproduce", results)).ExitCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another text")]
    public async Task Without_the_same_extension_results_say_what_is_missing(string? other)
    {
        var results = await RunAsync(Mine("one"));
        foreach (var verb in new[] { "verify", "reproduce", "analyze" })
        {
            var call = await CallAsync(other is null ? Extension.None : Mine(other), verb, results);
            Assert.Equal(Runner.CommandLine.ExitCode.ResultsUnusable, call.ExitCode);
            Assert.Contains("the extension mine.cs", call.Error, StringComparison.Ordinal);
            Assert.Contains("policy drifting", call.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_code_of_an_extension_is_part_of_the_ids_of_its_runs()
    {
        var (one, two) = (await RunAsync(Mine("one")), await RunAsync(Mine("two")));
        string[] Ids(string results) => [.. File.ReadLines(Path.Combine(results, "runs.csv")).Skip(1).Select(l => l.Split(',')[0])];
        Assert.NotEqual(one, two);

        // The runs under hoarding do not need the extension.
        Assert.Equal(2, Ids(one).Intersect(Ids(two)).Count());
    }

    [Theory]
    [InlineData("schema", "drifting")]
    [InlineData("schema", "lifeShare")]
    [InlineData("odd", "`drifting`")]
    [InlineData("policies", "policy.rate = 0.1")]
    [InlineData("parameters", "drifting: Share given away")]
    public async Task Verbs_describe_what_an_extension_brings(string verb, string text) =>
        Assert.Contains(text, (await CallAsync(Mine("one"), verb)).Output, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Mine("one").Output("failed", "1", _ => 0));
        Assert.Contains("the name of the output failed is taken", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Extension Mine(string text) => Extension.Of(ExtensionSource.Of("mine.cs", text))
        .Policy<Drifting>("Authority drifts to the next seat")
        .Output("lifeShare", "share", run => run.EndTick / 52.0)
        .Metric("vacant", "share", (in view) => view.Organization.VacantAuthority)
        .Figure("blank", finished => new OwnFigure(100, 100, _ => { })
        {
            Caption = "Nothing.",
            AltText = "Nothing.",
            Columns = ["runs"],
            Rows = [[finished.Runs.Count]],
        });

    private async Task<string> RunAsync(Extension extension)
    {
        var file = _folder.In("extended.yaml");
        await File.WriteAllTextAsync(file, Text);
        var call = await CallAsync(extension, "run", file, "--output", _folder.In("results"), "--quiet");
        Assert.True(call.ExitCode == 0, call.Error);
        return call.Output.Trim();
    }

    private static Task<Commands.CommandLine> CallAsync(Extension extension, params string[] args) =>
        Commands.CommandLine.RunAsync(Program.Root(extension), args);

    private sealed record Drifting : ILeadershipPolicy
    {
        [Parameter("Share given away", Unit = "per tick")]
        public double Rate { get; init; } = 0.1;

        public void Succeed(ref PolicyTurn turn) => Promotion.AfterLag(ref turn, lagTicks: 4);

        public void Share(ref PolicyTurn turn)
        {
            var view = turn.View;
            for (var seat = 0; seat + 1 < view.Seats; seat++)
            {
                if (view.Authority[seat] > 0 && view.IsOccupied(seat + 1))
                {
                    turn.Transfers.Give(seat, seat + 1, Rate * view.Authority[seat]);
                }
            }
        }
    }
}
