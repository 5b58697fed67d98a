using System.Net;
using System.Net.Http.Json;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Studio.Tests.Serving;

public sealed class StudioServerTests
{
    private const string Twin = """
        {"origin":"mobile-learning","set":{"policy":"hoarding","channels.remote":"0.7"},"b":{"policy":"distributed"},
         "removals":[{"tick":9,"seat":2}],"seed":"7"}
        """;

    public static TheoryData<string> Policies => [.. PolicyCatalog.All.Select(p => p.Kind)];

    [Fact]
    public async Task The_saved_file_gives_the_digests_of_the_page()
    {
        await using var studio = await StudioHost.Start();
        var view = await studio.Open(Twin);
        var session = (string)view["id"]!;
        await studio.Post($"api/sessions/{session}/clock", new { play = true, speed = 0 });
        var end = await studio.StateOf(session, s => s["worlds"]!.AsArray().All(w => w!["end"] is not null));
        var text = await studio.Client.GetStringAsync(new Uri($"api/sessions/{session}/experiment", UriKind.Relative));
        Assert.Equal(end["worlds"]!.AsArray().Select(w => (string)w!["end"]!["digest"]!), SavedFile.Digests(text));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Every_policy_lives_on_the_page_as_in_a_run(string policy)
    {
        await using var studio = await StudioHost.Start();
        var view = await studio.Open($$$"""{"origin":"standard","set":{"policy":"{{{policy}}}","horizonTicks":"80"},"seed":"3"}""");
        var session = (string)view["id"]!;
        await studio.Post($"api/sessions/{session}/clock", new { tick = 80 });
        var end = await studio.StateOf(session, s => s["worlds"]![0]!["end"] is not null);
        var text = await studio.Client.GetStringAsync(new Uri($"api/sessions/{session}/experiment", UriKind.Relative));
        Assert.Equal([(string)end["worlds"]![0]!["end"]!["digest"]!], SavedFile.Digests(text));
    }

    [Fact]
    public async Task A_value_out_of_range_is_refused_in_the_words_of_the_reader()
    {
        await using var studio = await StudioHost.Start();
        var answer = await studio.Open("""{"origin":"standard","set":{"channels.remote":"1.5","policy":"hoardng"}}""");
        var policies = string.Join(", ", PolicyCatalog.All.Select(p => p.Kind));
        Assert.Equal(
            ["channels.remote is 1.5; allowed is a number from 0 to 1", $"unknown kind \"hoardng\" of policy; allowed: {policies}; did you mean \"hoarding\"?"],
            answer["problems"]!.AsArray().Select(p => (string)p!["message"]!).Order());
    }

    [Fact]
    public async Task A_removal_leaves_what_was_before_as_it_was()
    {
        await using var studio = await StudioHost.Start();
        var (without, with) = (await Series("[]"), await Series("""[{"tick":21,"seat":0}]"""));
        var width = 8;
        Assert.Equal(without[..(21 * width)], with[..(21 * width)]);
        Assert.NotEqual(without, with);

        async Task<float[]> Series(string removals)
        {
            var session = (string)(await studio.Open($$"""{"origin":"standard","set":{},"removals":{{removals}},"seed":"5"}"""))["id"]!;
            await studio.Post($"api/sessions/{session}/clock", new { tick = 40 });
            await studio.StateOf(session, s => (int)s["tick"]! == 40);

            // A page that comes later gets all that was lived in its first message.
            var state = await studio.StateOf(session, _ => true);
            var bytes = Convert.FromBase64String((string)state["worlds"]![0]!["series"]!);
            return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        }
    }

    [Theory]
    [InlineData("http://elsewhere.example", "", HttpStatusCode.Forbidden)]
    [InlineData("", "elsewhere.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("", "", HttpStatusCode.Forbidden)]
    public async Task Requests_of_other_sites_are_refused(string origin, string host, HttpStatusCode expected)
    {
        await using var studio = await StudioHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(studio.Address + "api/sessions"));
        request.Content = JsonContent.Create(new { origin = "standard" });
        if (origin.Length > 0)
        {
            request.Headers.Add("Origin", origin);
        }

        request.Headers.Host = host.Length > 0 ? host : null;
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("api/results/..%2f..%2f..%2fetc")]
    [InlineData("api/sessions/none/experiment")]
    public async Task Nothing_outside_is_served(string path)
    {
        await using var studio = await StudioHost.Start();
        using var response = await studio.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, $"{response.StatusCode}");
    }

    [Fact]
    public async Task The_page_allows_no_script_but_its_own()
    {
        await using var studio = await StudioHost.Start();
        using var response = await studio.Client.GetAsync(new Uri("", UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page);
        Assert.DoesNotMatch("(src|href)=\"(/|http)", page);
    }

    [Fact]
    public async Task Other_addresses_ask_for_a_token()
    {
        await using var studio = await StudioHost.Start("--bind", "0.0.0.0");
        var address = new Uri(studio.Address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler);
        using var without = await client.GetAsync(new Uri(address, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        using var with = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        using var cookie = await client.GetAsync(new Uri(address, "/api/start"));
        Assert.Equal(HttpStatusCode.OK, cookie.StatusCode);
    }

    [Fact]
    public async Task Fifty_pages_listen_at_once()
    {
        await using var studio = await StudioHost.Start();
        var ends = await Task.WhenAll(Enumerable.Range(0, 50).Select(async k =>
        {
            var session = (string)(await studio.Open($$"""{"origin":"mobile-learning","set":{},"seed":"{{k}}"}"""))["id"]!;
            await studio.Post($"api/sessions/{session}/clock", new { play = true, speed = 0 });
            return await studio.StateOf(session, s => s["worlds"]![0]!["end"] is not null);
        }));
        Assert.Equal(50, ends.Length);
    }

    [Fact]
    public async Task A_stream_goes_on_where_it_was_lost()
    {
        await using var studio = await StudioHost.Start();
        var session = (string)(await studio.Open("""{"origin":"standard","set":{},"seed":"5"}"""))["id"]!;
        await studio.Post($"api/sessions/{session}/clock", new { tick = 30 });
        await studio.StateOf(session, s => (int)s["tick"]! == 30);
        studio.Client.DefaultRequestHeaders.Add("Last-Event-ID", "1.21.0");
        var state = await studio.StateOf(session, _ => true);
        Assert.Equal(21, (int)state["worlds"]![0]!["from"]!);
    }
}
