using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Studio.Serving;
using LeadershipSim.Studio.Sessions;

namespace LeadershipSim.Studio.Tests;

/// <summary>A server on a free port, and a client that calls it as the page does.</summary>
internal sealed class StudioHost : IAsyncDisposable
{
    private readonly StudioServer _server;

    private StudioHost(StudioServer server, string results, string address)
    {
        (_server, Results, Address) = (server, results, address);
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        Client.DefaultRequestHeaders.Add("Origin", address.TrimEnd('/'));
    }

    public HttpClient Client { get; }

    public string Address { get; }

    public string Results { get; }

    public SessionRoom Room => _server.Room;

    public static async Task<StudioHost> Start(params string[] arguments)
    {
        var results = Directory.CreateTempSubdirectory("studio-test-").FullName;
        var server = new StudioServer(StudioOptions.Parse([.. arguments, "--port", "0", "--no-browser", "--output", results]), TimeProvider.System);
        return new StudioHost(server, results, await server.Start());
    }

    public async Task<JsonNode> Open(string draft)
    {
        var response = await Client.PostAsync("api/sessions", new StringContent(draft, System.Text.Encoding.UTF8, "application/json"));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public Task<HttpResponseMessage> Post(string path, object body) => Client.PostAsJsonAsync(path, body);

    /// <summary>The first state for which something holds.</summary>
    public async Task<JsonNode> StateOf(string session, Func<JsonNode, bool> holds, string kind = "state")
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stream = new StreamReader(await Client.GetStreamAsync($"api/sessions/{session}/stream", limit.Token));
        while (await stream.ReadLineAsync(limit.Token) is { } line)
        {
            if (line == $"event: {kind}" && JsonNode.Parse((await stream.ReadLineAsync(limit.Token))!["data: ".Length..]) is { } state && holds(state))
            {
                return state;
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the stream of {session} ended"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(Results, recursive: true);
    }
}
