using System.Text.Json.Nodes;

namespace LeadershipSim.Studio.Tests.Serving;

/// <summary>What is changed while a program lives is part of the saved experiment, and everything before stays as it was.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData("""{"channels.remote":"0.2","demand.decisionsPerSeat":"0.5"}""")]
    [InlineData("""{"policy":"hoarding","policy.claimRate":"0.3"}""")]
    public async Task The_past_stays_and_the_saved_file_gives_the_digest_of_the_page(string set)
    {
        await using var studio = await StudioHost.Start();
        var draft = $$$"""{"origin":"standard","seed":"5","changes":[{"tick":31,"world":"","set":{{{set}}}}]}""";
        var (without, _) = await Lived(studio, """{"origin":"standard","seed":"5"}""");
        var (with, text) = await Lived(studio, draft);
        Assert.Equal(Series(without)[..(31 * 8)], Series(with)[..(31 * 8)]);
        Assert.NotEqual(Digests(without), Digests(with));
        Assert.Contains("changes:\n  - {tick: 31, set: {", text, StringComparison.Ordinal);
        Assert.Equal(Digests(with), SavedFile.Digests(text));
        Assert.Contains(with["worlds"]![0]!["events"]!.AsArray(), e => (string)e!["kind"]! == "change" && (int)e["tick"]! == 31);
    }

    [Fact]
    public async Task A_change_of_one_world_is_the_factor_that_tells_twins_apart()
    {
        await using var studio = await StudioHost.Start();
        var (twins, text) = await Lived(studio, """
            {"origin":"mobile-learning","b":{},"seed":"5","changes":[{"tick":9,"world":"B","set":{"policy":"equal"}}]}
            """);
        Assert.Contains("factors:\n  changes:\n", text, StringComparison.Ordinal);
        Assert.Equal(2, Digests(twins).Distinct().Count());
        Assert.Equal(Digests(twins), SavedFile.Digests(text));
    }

    [Fact]
    public async Task A_change_of_what_is_fixed_at_the_founding_is_refused_beside_its_parameter()
    {
        await using var studio = await StudioHost.Start();
        var answer = await studio.Open("""{"origin":"standard","changes":[{"tick":9,"world":"","set":{"channels.remote":"1.5"}}]}""");
        var problem = answer["problems"]![0]!;
        Assert.Equal("channels.remote", (string)problem["path"]!);
        Assert.Contains("allowed is a number from 0 to 1", (string)problem["message"]!, StringComparison.Ordinal);
        var other = await studio.Open("""{"origin":"standard","changes":[{"tick":9,"world":"","set":{"organization.seats":"20"}}]}""");
        Assert.Contains("organization.seats cannot change in the course of a run", (string)other["problems"]![0]!["message"]!, StringComparison.Ordinal);
    }

    private static async Task<(JsonNode End, string Text)> Lived(StudioHost studio, string draft)
    {
        var session = (string)(await studio.Open(draft))["id"]!;
        await studio.Post($"api/sessions/{session}/clock", new { play = true, speed = 0 });
        await studio.StateOf(session, s => s["worlds"]!.AsArray().All(w => w!["end"] is not null));

        // A page that comes later gets all that was lived in its first message.
        var all = await studio.StateOf(session, _ => true);
        return (all, await studio.Client.GetStringAsync(new Uri($"api/sessions/{session}/experiment", UriKind.Relative)));
    }

    private static string[] Digests(JsonNode state) => [.. state["worlds"]!.AsArray().Select(w => (string)w!["end"]!["digest"]!)];

    private static float[] Series(JsonNode state) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(
        Convert.FromBase64String((string)state["worlds"]![0]!["series"]!)).ToArray();
}
