using System.Net;
using System.Net.Sockets;
using System.Text;
using LeadershipSim.Studio.Sessions;

namespace LeadershipSim.Studio.Tests.Serving;

/// <summary>Clients that read nothing, or are gone without a word, cost a session neither time nor memory, and are let go.</summary>
public sealed class VanishedClientTests
{
    private const int Clients = 50;
    private const int Seats = 400;
    private const double Speed = 200;

    private const string Draft = """
        {"origin":"standard","set":{"viability.rule":"none","organization.seats":"400","horizonTicks":"20000"},"seed":"5"}
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Fifty_clients_that_read_nothing_hold_up_no_engine_take_no_memory_and_are_let_go()
    {
        await using var studio = await StudioHost.Start();
        var session = studio.Room.Find((string)(await studio.Open(Draft))["id"]!)!;
        var deaf = await Listening(studio, session);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        await studio.Post($"api/sessions/{session.Id}/clock", new { play = true, speed = Speed });

        // An engine that waited for its pages would stand still as soon as what they do not read fills their buffers.
        Assert.True(await Until(() => session.Streams == 0), $"{session.Streams} streams are still served after {Patience}");
        var lived = session.Worlds.Worlds[0].LastTick;
        Assert.True(lived > 5 * Speed, $"{lived} ticks in the ten seconds and more in which nobody read");

        // What grows is the past, at 28 bytes a seat and tick, and less than a mebibyte a client: a tenth of what each was to be sent.
        var past = session.Worlds.Worlds[0].LastTick * Seats * 28L;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory - past;
        Assert.True(grown < Clients << 20, $"{grown >> 10} KiB more than the past of the world");
        deaf.ForEach(d => d.Dispose());
    }

    [Fact]
    public async Task Fifty_clients_that_are_gone_without_a_word_are_let_go_at_once()
    {
        await using var studio = await StudioHost.Start();
        var session = studio.Room.Find((string)(await studio.Open(Draft))["id"]!)!;
        var clients = await Listening(studio, session);
        await studio.Post($"api/sessions/{session.Id}/clock", new { play = true, speed = Speed });
        await Task.Delay(TimeSpan.FromSeconds(1));

        // Closed at once and with a reset: no word of goodbye.
        foreach (var client in clients)
        {
            client.LingerState = new LingerOption(true, 0);
            client.Dispose();
        }

        Assert.True(await Until(() => session.Streams == 0), $"{session.Streams} streams are still served");
        Assert.False(session.Worlds.Worlds[0].HasEnded);
        Assert.NotNull((await studio.StateOf(session.Id, _ => true))["worlds"]);
    }

    // Clients with as little room for what they are sent as there can be.
    private static async Task<List<TcpClient>> Listening(StudioHost studio, StudioSession session)
    {
        var clients = new List<TcpClient>();
        for (var k = 0; k < Clients; k++)
        {
            var client = new TcpClient { ReceiveBufferSize = 4096 };
            await client.ConnectAsync(IPAddress.Loopback, new Uri(studio.Address).Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /api/sessions/{session.Id}/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            clients.Add(client);
        }

        Assert.True(await Until(() => session.Streams == Clients), $"{session.Streams} streams of {Clients} are served");
        return clients;
    }

    private static async Task<bool> Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds() && !limit.IsCancellationRequested)
        {
            await Task.Delay(100, CancellationToken.None);
        }

        return holds();
    }
}
