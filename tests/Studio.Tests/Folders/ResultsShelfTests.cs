using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LeadershipSim.Studio.Tests.Folders;

public sealed class ResultsShelfTests
{
    [Fact]
    public async Task A_run_of_a_results_folder_plays_to_the_end_that_its_row_states()
    {
        await using var studio = await StudioHost.Start();
        var twins = await studio.Open("""{"origin":"mobile-learning","set":{"policy":"hoarding"},"b":{"policy":"distributed"},"seed":"4"}""");
        var session = (string)twins["id"]!;
        await studio.Post($"api/sessions/{session}/trial", new { replicates = 10 });
        await studio.StateOf(session, t => !(bool)t["isRunning"]!, "trial");

        var folder = (await Get("api/results"))[0]!;
        Assert.True((bool)folder["isComplete"]!);
        var view = await Get($"api/results/{folder["key"]}");
        Assert.Equal(["policy"], view["factors"]!.AsArray().Select(f => (string)f!));
        Assert.Equal([10, 10], view["points"]!.AsArray().Select(p => (int)p!["runs"]!));
        Assert.Equal(2, view["arms"]!.AsArray().Count);

        var run = (await Get($"api/results/{folder["key"]}/points/1"))[6]!;
        var opened = await studio.Open($$$"""{"origin":"run:{{{folder["key"]}}}/{{{run["runId"]}}}"}""");
        Assert.Equal((string)run["runId"]!, (string)opened["worlds"]![0]!["runId"]!);
        await studio.Post($"api/sessions/{opened["id"]}/clock", new { play = true, speed = 0 });
        var end = (await studio.StateOf((string)opened["id"]!, s => s["worlds"]![0]!["end"] is not null))["worlds"]![0]!["end"]!;
        Assert.Equal((int)run["endTick"]!, (int)end["tick"]!);
        Assert.Equal((string)run["cause"]!, (string)end["cause"]!, ignoreCase: true);

        async Task<JsonNode> Get(string path) => (await studio.Client.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
    }

    // Seven shards hold 140 runs of four points, replicate by replicate.
    [Fact]
    public async Task A_folder_that_is_not_complete_opens_with_the_replicates_that_all_points_have()
    {
        using var interrupted = new InterruptedResults(shards: 7);
        await using var studio = await StudioHost.Start(Path.Combine(interrupted.Root, "results"));

        var folder = (await Get("api/results"))[0]!;
        Assert.False((bool)folder["isComplete"]!);
        var view = await Get($"api/results/{folder["key"]}");

        Assert.Equal("Not complete: the first 35 of 50 replicates, which all design points have.", (string)view["note"]!);
        Assert.Equal([35, 35, 35, 35], view["points"]!.AsArray().Select(p => (int)p!["runs"]!));
        var run = (await Get($"api/results/{folder["key"]}/points/3"))[0]!;
        var opened = await studio.Open($$$"""{"origin":"run:{{{folder["key"]}}}/{{{run["runId"]}}}"}""");
        Assert.Equal((string)run["runId"]!, (string)opened["worlds"]![0]!["runId"]!);

        async Task<JsonNode> Get(string path) => (await studio.Client.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
    }
}
