using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadershipSim.Studio.Folders;
using LeadershipSim.Studio.Library;
using LeadershipSim.Studio.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadershipSim.Studio.Serving;

/// <summary>The server of the page.</summary>
internal sealed class StudioServer : IAsyncDisposable
{
    private const int LargestRequest = 64 * 1024;
    private const int MostConnections = 400;

    private readonly StudioOptions _options;
    private readonly WebApplication _app;
    private readonly SessionRoom _room;
    private readonly string _folder;
    private readonly RequestGuard _guard;

    /// <summary>A server that has not started.</summary>
    /// <exception cref="LeadershipSim.Studio.Drafts.DraftException">The file that was named has problems.</exception>
    public StudioServer(StudioOptions options, TimeProvider time)
    {
        _options = options;
        _folder = Directory.CreateTempSubdirectory("leadersim-studio-").FullName;
        var shelf = ShelfIn(_folder, options);
        _guard = new RequestGuard(options);
        _room = new SessionRoom(Path.Combine(_folder, "sessions"), time);
        string[] roots = Directory.Exists(options.Target) ? [options.Target, options.Results] : [options.Results];
        _app = Build(options);
        _app.Use(next => context => _guard.Check(context, next));
        new StudioEndpoints(_room, shelf, new ResultsShelf(roots, options.Results), options.Results, Json()).Map(_app);
    }

    /// <summary>All sessions.</summary>
    public SessionRoom Room => _room;

    /// <summary>How the page's data are written.</summary>
    public static JsonSerializerOptions Json() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        RespectRequiredConstructorParameters = false,
    };

    /// <summary>Starts to listen.</summary>
    /// <returns>The address of the page.</returns>
    /// <exception cref="IOException">The port is in use, or the address is not one of this machine: the message says which.</exception>
    public async Task<string> Start()
    {
        try
        {
            await _app.StartAsync();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            throw new IOException(
                error.InnerException is AddressInUseException
                    ? $"port {_options.Port} of {_options.Address} is in use; choose another by --port N, or a free one by --port 0"
                    : $"cannot listen on {_options.Address}: {error.Message}; choose an address of this machine by --bind, and a port above 1023 by --port",
                error);
        }

        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return $"{address}/{(_guard.Token is { } token ? $"?token={token}" : "")}";
    }

    /// <summary>Serves until the program is asked to end.</summary>
    public Task Serve() => _app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _room.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // A file with problems leaves no folder behind.
    private static OriginShelf ShelfIn(string folder, StudioOptions options)
    {
        try
        {
            return new OriginShelf(folder, File.Exists(options.Target) ? options.Target : null);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static WebApplication Build(StudioOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "leadersim-studio" });
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Listen(options.Address, options.Port ?? FreePort(options.Address));
        });
        return builder.Build();
    }

    // The usual port keeps bookmarks alive; where it is taken any other will do.
    private static int FreePort(IPAddress address)
    {
        try
        {
            using var probe = new TcpListener(address, StudioOptions.UsualPort);
            probe.Start();
            return StudioOptions.UsualPort;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
