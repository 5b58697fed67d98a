using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace LeadershipSim.Studio.Tests.Serving;

/// <summary>Who can reach the page, and how much anyone can ask of it.</summary>
public sealed class BoundsTests
{
    [Fact]
    public async Task Only_this_machine_can_reach_the_page()
    {
        await using var studio = await StudioHost.Start();
        var port = new Uri(studio.Address).Port;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == port).ToArray();
        Assert.NotEmpty(listening);
        Assert.All(listening, l => Assert.True(IPAddress.IsLoopback(l.Address), $"{l}"));
    }

    // What ssh -L 8080:localhost:5160 makes of a request, and what a proxy does that was named at the start.
    [Theory]
    [InlineData("localhost:8080", "http://localhost:8080", HttpStatusCode.OK)]
    [InlineData("hub.example.org", "https://hub.example.org", HttpStatusCode.OK)]
    [InlineData("localhost:8080", "http://localhost:9090", HttpStatusCode.Forbidden)]
    [InlineData("other.example.org", "https://other.example.org", HttpStatusCode.MisdirectedRequest)]
    public async Task Tunnels_and_named_proxies_are_let_in(string host, string origin, HttpStatusCode expected)
    {
        await using var studio = await StudioHost.Start("--allow-host", "hub.example.org");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(studio.Address + "api/sessions"));
        request.Content = new StringContent("""{"origin":"standard"}""", Encoding.UTF8, "application/json");
        request.Headers.Host = host;
        request.Headers.Add("Origin", origin);
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_opens_nothing()
    {
        await using var studio = await StudioHost.Start("--bind", "0.0.0.0");
        var port = new Uri(studio.Address).Port;
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/?token=0123456789abcdef"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_request_of_more_than_64_kilobytes_is_refused()
    {
        await using var studio = await StudioHost.Start();
        using var body = new StringContent($$"""{"origin":"{{new string('x', 65 * 1024)}}"}""", Encoding.UTF8, "application/json");
        using var response = await studio.Client.PostAsync(new Uri("api/sessions", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_world_that_does_not_fit_in_memory_is_refused()
    {
        await using var studio = await StudioHost.Start();
        var answer = await studio.Open("""{"origin":"standard","set":{"organization.seats":"2000","horizonTicks":"100000"}}""");
        Assert.StartsWith("2000 seats over 100000 ticks are too many", (string)answer["problems"]![0]!["message"]!, StringComparison.Ordinal);
    }

    // A draft says values of parameters; a name of a file in it would be read by whoever started the studio.
    [Theory]
    [InlineData("network.nodes", "network.edges")]
    [InlineData("extends", "name")]
    [InlineData("design.path", "design.kind")]
    [InlineData("baseline.network.nodes", "baseline.network.edges")]
    [InlineData("network.nodes ", "network.edges ")]
    [InlineData("policy.kind: hoarding}, network: {kind: file, nodes", "policy.edges")]
    public async Task No_draft_names_a_file(string path, string other)
    {
        await using var studio = await StudioHost.Start();
        var (nodes, edges) = (Path.Combine(studio.Results, "nodes.csv"), Path.Combine(studio.Results, "edges.csv"));
        await File.WriteAllTextAsync(nodes, "id,level\na,0\nb,2\n");
        await File.WriteAllTextAsync(edges, "source,target\na,b\n");
        var set = $$"""{"network":"file","{{path}}":"{{nodes}}","{{other}}":"{{edges}}"}""";
        foreach (var draft in new[]
        {
            $$$"""{"origin":"standard","set":{{{set}}}}""",
            $$$"""{"origin":"standard","b":{{{set}}}}""",
            $$$"""{"origin":"standard","set":{"{{{path}}}":"{{{nodes}}}"}}""",
            $$$"""{"origin":"standard","changes":[{"tick":5,"world":"","set":{"{{{path}}}":"{{{nodes}}}"}}]}""",
        })
        {
            var answer = await studio.Open(draft);
            Assert.Contains("set on the page", (string)answer["problems"]![0]!["message"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2_000_000_000)]
    public async Task A_replicate_out_of_range_is_refused_without_a_word_of_the_machine(int replicate)
    {
        await using var studio = await StudioHost.Start();
        var answer = await studio.Open($$"""{"origin":"standard","replicate":{{replicate}}}""");
        Assert.Equal($"replicate is {replicate}; allowed is a whole number from 0 to 999999", (string)answer["problems"]![0]!["message"]!);
    }

    [Fact]
    public async Task Whoever_reads_slowly_or_not_at_all_holds_up_no_engine()
    {
        await using var studio = await StudioHost.Start();
        var session = (string)(await studio.Open("""{"origin":"standard","set":{"viability.rule":"none"},"seed":"5"}"""))["id"]!;
        using var deaf = new TcpClient("127.0.0.1", new Uri(studio.Address).Port);
        await deaf.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /api/sessions/{session}/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        await studio.Post($"api/sessions/{session}/clock", new { play = true, speed = 0 });
        var end = await studio.StateOf(session, s => s["worlds"]![0]!["end"] is not null);
        Assert.Equal("horizon", (string)end["worlds"]![0]!["end"]!["cause"]!);
    }

    [Fact]
    public async Task A_stream_is_not_kept_back_on_its_way()
    {
        await using var studio = await StudioHost.Start();
        var session = (string)(await studio.Open("""{"origin":"standard"}"""))["id"]!;
        using var response = await studio.Client.GetAsync(
            new Uri($"api/sessions/{session}/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["no"], response.Headers.GetValues("X-Accel-Buffering"));
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("retry: 1000", await stream.ReadLineAsync());
    }
}
