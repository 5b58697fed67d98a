using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadershipSim.Studio.Folders;
using LeadershipSim.Studio.Library;
using LeadershipSim.Studio.Sessions;
using Microsoft.AspNetCore.Builder;
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

    private readonly WebApplication _app;
    private readonly SessionRoom _room;
    private readonly string _folder;
    private readonly RequestGuard _guard;

    /// <summary>A server that has not started.</summary>
    /// <exception cref="LeadershipSim.Studio.Drafts.DraftException">The file that was named has problems.</exception>
    public StudioServer(StudioOptions options, TimeProvider time)
    {
        _folder = Directory.CreateTempSubdirectory("leadersim-studio-").FullName;
        _guard = new RequestGuard(options);
        _room = new SessionRoom(Path.Combine(_folder, "sessions"), time);
        var file = File.Exists(options.Target) ? options.Target : null;
        var shelf = new OriginShelf(_folder, file);
        string[] roots = Directory.Exists(options.Target) ? [options.Target, options.Results] : [options.Results];
        _app = Build(options);
        _app.Use(next => context => _guard.Check(context, next));
        new StudioEndpoints(_room, shelf, new ResultsShelf(roots), options.Results, Json()).Map(_app);
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
    public async Task<string> Start()
    {
        await _app.StartAsync();
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
            using var probe = new System.Net.Sockets.TcpListener(address, StudioOptions.UsualPort);
            probe.Start();
            return StudioOptions.UsualPort;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return 0;
        }
    }
}
