using LeadershipSim.Studio.Drafts;
using LeadershipSim.Studio.Serving;

namespace LeadershipSim.Studio;

/// <summary>The program that serves the page.</summary>
internal static class Program
{
    private const int Invalid = 2;

    /// <summary>Serves the page until it is asked to end.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args.Any(a => a is "--help" or "-h"))
        {
            Console.WriteLine(StudioOptions.Usage);
            return 0;
        }

        try
        {
            var options = StudioOptions.Parse(args);
            await using var server = new StudioServer(options, TimeProvider.System);
            var address = await server.Start();
            Console.WriteLine(address);
            if (options.OpensBrowser && BrowserWindow.CanOpen)
            {
                BrowserWindow.Open(address);
            }

            await server.Serve();
            return 0;
        }
        catch (Exception error) when (error is ArgumentException or DraftException or IOException)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            return Invalid;
        }
    }
}
