using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;

namespace LeadershipSim.Studio.Tests.Drafts;

/// <summary>Whatever an experiment file can say lives on the page as in a run, and can be saved from there.</summary>
public sealed class OriginTests : IDisposable
{
    private const string Head = "name: own\nquestion: What?\nexpectation: Nothing.\n";

    private static readonly string[] Texts =
    [
        "baseline: {horizonTicks: 120}\nstop: {when: vacantAuthority > 0.02 for 2 ticks, cause: leaderless}\nseed: 5\n",
        "metrics: {gap: vacantAuthority * 2}\nbaseline: {horizonTicks: 120}\nstop:\n  - {when: gap > 0.04, cause: gaping}\n  - {when: vitality < 0.2}\nseed: 5\n",
        "baseline: {horizonTicks: 120, shocks: [{tick: 20, remove: director}]}\nchanges:\n"
            + "  - {when: vitality < 0.7 for 2 ticks, set: {policy: hoarding}}\n"
            + "  - {tick: 50, set: {channels.remote: 0.2}}\nseed: 5\n",
        "baseline: {horizonTicks: 60}\nseeds: [11, 12, 13]\n",
        "baseline: {horizonTicks: 60}\n\"seed\": 77\n",
        "baseline: {horizonTicks: 60, organization: {beliefDimensions: 10}, network: {kind: file, nodes: a/team.csv, edges: b/team.csv,\n"
            + "    columns: {site: city, label: who}, unused: shoe}}\nseed: 5\n",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("studio-origin-").FullName;

    public static TheoryData<string> Files => [.. Texts];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_lives_as_in_a_run_and_what_is_saved_gives_the_same_digest(string text)
    {
        var file = Written(text + "factors: {}\ndesign: fullFactorial\n" + (text.Contains("seeds:", StringComparison.Ordinal) ? "" : "replicates: 1\n"));
        await using var studio = await StudioHost.Start(file);
        var (digest, saved) = await Lived(studio, """{"origin":"file"}""");
        var first = new ExperimentPlan(ExperimentReader.Read(file).Spec!)[0];
        Assert.Equal($"{new TickEngine().Run(first.Point.Scenario, first.Seed).StateDigest:x16}", digest);
        Assert.Equal([digest], SavedFile.Digests(saved));
    }

    [Fact]
    public async Task Seats_bear_the_labels_of_their_file()
    {
        await using var studio = await StudioHost.Start(Written(Texts[^1] + "factors: {}\ndesign: fullFactorial\nreplicates: 1\n"));
        var view = await studio.Open("""{"origin":"file"}""");
        Assert.Equal("Person 8", (string)view["worlds"]![0]!["layout"]!["names"]![8]!);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_run_of_a_results_folder_plays_to_the_digest_that_is_stored(string text)
    {
        var isListed = text.Contains("seeds:", StringComparison.Ordinal);
        var file = Written(text + "factors: {policy: {levels: [hoarding, distributed]}}\ndesign: fullFactorial\n" + (isListed ? "" : "replicates: 2\n"));
        var results = Path.Combine(_folder, "results");
        Run(file, results);
        await using var studio = await StudioHost.Start(results);
        var table = RunTable.Read(results);
        var key = (string)JsonNode.Parse(await studio.Client.GetStringAsync(new Uri("api/results", UriKind.Relative)))![0]!["key"]!;
        foreach (var row in new[] { 0, table.Count - 1 })
        {
            var (digest, saved) = await Lived(studio, $$"""{"origin":"run:{{key}}/{{table.Texts("runId")[row]}}"}""");
            Assert.Equal(table.Texts("stateDigest")[row], digest);
            Assert.Equal([digest], SavedFile.Digests(saved));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string text)
    {
        var people = Enumerable.Range(0, 9).Select(k => $"p{k},Person {k},{(k % 2 == 0 ? "north" : "south")},{(k == 0 ? 0 : 2)},{k + 36}\n");
        var ties = Enumerable.Range(0, 9).Select(k => $"p{k},p{(k + 1) % 9},0.5\n");
        foreach (var (name, content) in (ReadOnlySpan<(string, string)>)[
            ("a/team.csv", "id,who,city,level,shoe\n" + string.Concat(people)),
            ("b/team.csv", "source,target,trust\n" + string.Concat(ties)),
            ("own.yaml", Head + text)])
        {
            var path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }

        return Path.Combine(_folder, "own.yaml");
    }

    private static void Run(string file, string results)
    {
        var spec = ExperimentReader.Read(file).Spec!;
        var plan = new ExperimentPlan(spec);
        var inputs = new Dictionary<string, string>(plan.Inputs) { ["experiment.yaml"] = spec.SourceText, ["experiment.resolved.json"] = plan.ResolvedJson };
        using var store = RunStore.Open(results, plan, RunManifest.Of(spec, plan), inputs);
        Sweep.Run(plan, store, new SweepOptions { Workers = 1 }, CancellationToken.None);
    }

    private static async Task<(string Digest, byte[] Saved)> Lived(StudioHost studio, string draft)
    {
        var view = await studio.Open(draft);
        Assert.True(view["id"] is not null, view.ToJsonString());
        var session = (string)view["id"]!;
        await studio.Post($"api/sessions/{session}/clock", new { play = true, speed = 0 });
        var end = await studio.StateOf(session, s => s["worlds"]![0]!["end"] is not null);
        var saved = await studio.Client.GetByteArrayAsync(new Uri($"api/sessions/{session}/experiment", UriKind.Relative));
        return ((string)end["worlds"]![0]!["end"]!["digest"]!, saved);
    }
}
