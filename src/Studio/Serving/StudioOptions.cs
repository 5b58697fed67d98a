using System.Globalization;
using System.Net;

namespace LeadershipSim.Studio.Serving;

/// <summary>What the command line asks for.</summary>
/// <param name="Target">An experiment or scenario file, or a folder of results; null: none.</param>
/// <param name="Port">Port; 0: a free one; null: the usual one, or a free one when it is taken.</param>
/// <param name="Address">Address to listen on.</param>
/// <param name="Hosts">Names by which a proxy may call the page.</param>
/// <param name="Results">Where trials keep their runs.</param>
/// <param name="OpensBrowser">Whether to open a browser.</param>
internal sealed record StudioOptions(string? Target, int? Port, IPAddress Address, IReadOnlyList<string> Hosts, string Results, bool OpensBrowser)
{
    /// <summary>The port that is tried first.</summary>
    public const int UsualPort = 5160;

    /// <summary>How to call the program.</summary>
    public const string Usage = """
        leadersim-studio [FILE|DIR] [options]
        Opens a page on which programs live, lose their leaders, and survive or fail.

          FILE                 an experiment or scenario file to start from
          DIR                  a folder with results: a results folder, or one that holds some
          --port N             port to listen on; 0 takes a free one (default: 5160, or a free one when that is taken)
          --no-browser         do not open a browser
          --output DIR, -o DIR where trials keep their runs (default: results)
          --bind ADDRESS       address to listen on (default: 127.0.0.1); for any other the page asks for a token, which the address holds
          --allow-host NAME    a name by which a proxy calls the page; may be given more than once
          --help, -h           this text

        The first line on standard output is the address. Ctrl+C ends the program.
        """;

    /// <summary>Whether only this machine can reach the page.</summary>
    public bool IsLocal => IPAddress.IsLoopback(Address);

    /// <summary>Reads a command line.</summary>
    /// <exception cref="ArgumentException">It cannot be read: the message says why.</exception>
    public static StudioOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new StudioOptions(null, null, IPAddress.Loopback, [], "results", true);
        for (var k = 0; k < arguments.Count; k++)
        {
            string Value(string form) =>
                ++k < arguments.Count ? arguments[k] : throw new ArgumentException($"{arguments[k - 1]} needs a value, as in {arguments[k - 1]} {form}");
            options = arguments[k] switch
            {
                "--port" => options with { Port = PortOf(Value("5160")) },
                "--no-browser" => options with { OpensBrowser = false },
                "--output" or "-o" => options with { Results = Value("results") },
                "--bind" => options with { Address = AddressOf(Value("0.0.0.0")) },
                "--allow-host" => options with { Hosts = [.. options.Hosts, Value("hub.example.org")] },
                ['-', ..] unknown => throw new ArgumentException($"unknown option {unknown}; leadersim-studio --help lists all"),
                var target when options.Target is null => options with { Target = target },
                var second => throw new ArgumentException($"{second} is one argument too many; give one file or one folder"),
            };
        }

        return options.Target is { } named && !File.Exists(named) && !Directory.Exists(named)
            ? throw new ArgumentException($"there is no file or folder {named}")
            : options;
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new ArgumentException($"--port is {text}; allowed is a whole number from 0 to {IPEndPoint.MaxPort}");

    private static IPAddress AddressOf(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new ArgumentException($"--bind is {text}; allowed is an address such as 127.0.0.1 or 0.0.0.0");
}
