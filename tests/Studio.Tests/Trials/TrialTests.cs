using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Studio.Tests.Trials;

public sealed class TrialTests
{
    private const string Twin = """{"origin":"mobile-learning","set":{"policy":"hoarding"},"b":{"policy":"distributed"},"seed":"7"}""";

    [Fact]
    public async Task A_trial_ends_with_the_verdict_of_the_analysis_and_a_results_folder()
    {
        await using var studio = await StudioHost.Start();
        var session = (string)(await studio.Open(Twin))["id"]!;
        await studio.Post($"api/sessions/{session}/trial", new { replicates = 60 });
        var trial = await studio.StateOf(session, t => !(bool)t["isRunning"]!, "trial");
        Assert.Equal(120, (int)trial["done"]!);
        Assert.Null(trial["failure"]);
        Assert.Equal([60, 60], trial["arms"]!.AsArray().Select(a => (int)a!["runs"]!));
        var sentences = trial["verdict"]!.AsArray().Select(v => (string)v!).ToArray();
        Assert.Equal(3, sentences.Length);
        Assert.Matches("^B distributed compared with A hoarding, replicate by replicate: (better|worse|no difference shown)\\.", sentences[2]);

        var folder = (string)trial["folders"]![0]!;
        Assert.Equal(120, RunTable.Read(folder!).Count);
        Assert.True(RunManifest.Read(folder!)!.IsComplete);
    }

    [Fact]
    public async Task What_is_done_when_a_trial_is_stopped_is_kept_and_not_run_again()
    {
        await using var studio = await StudioHost.Start();
        var session = (string)(await studio.Open(Twin))["id"]!;
        await studio.Post($"api/sessions/{session}/trial", new { replicates = 10_000 });
        await studio.StateOf(session, t => (int)t["done"]! > 50, "trial");
        await studio.Post($"api/sessions/{session}/trial/stop", new { });
        var stopped = await studio.StateOf(session, t => !(bool)t["isRunning"]!, "trial");
        var done = (int)stopped["done"]!;
        Assert.InRange(done, 51, 19_999);
        Assert.Null(stopped["failure"]);
        Assert.Equal(3, stopped["verdict"]!.AsArray().Count);
        Assert.Equal(done, Stored((string)stopped["folders"]![0]!));

        // The same runs are asked for again: those that are kept are there at once.
        await studio.Post($"api/sessions/{session}/trial", new { replicates = 10_000 });
        await studio.StateOf(session, t => (int)t["done"]! > done, "trial");
        await studio.Post($"api/sessions/{session}/trial/stop", new { });
        var again = await studio.StateOf(session, t => !(bool)t["isRunning"]!, "trial");
        Assert.Equal((int)again["done"]!, Stored((string)again["folders"]![0]!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_001)]
    public async Task So_many_runs_and_no_more_can_be_tried(int replicates)
    {
        await using var studio = await StudioHost.Start();
        var session = (string)(await studio.Open(Twin))["id"]!;
        using var answer = await studio.Post($"api/sessions/{session}/trial", new { replicates });
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]![0]!;
        Assert.Equal("allowed are from 2 to 10000 replicates", (string)problem["message"]!);
    }

    private static long Stored(string folder)
    {
        var spec = ExperimentReader.Read(Path.Combine(folder, "experiment.resolved.json")).Spec!;
        return StoreStatus.Of(folder, new ExperimentPlan(spec)).Done;
    }
}
