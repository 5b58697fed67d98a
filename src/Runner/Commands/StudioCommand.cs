using System.CommandLine;
using System.Diagnostics;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary>
/// <c>leadersim studio [FILE|DIR]</c>: starts the page in the browser where it is installed. It is a program of its own, because it needs a
/// larger runtime than the verbs do.
/// </summary>
internal static class StudioCommand
{
    private const string Program = "leadersim-studio";

    // What the page has to do at its end is to delete a temporary folder.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var target = new Argument<string?>("target")
        {
            Description = "An experiment or scenario file, or a folder with results (a results folder, or one that holds some)",
            HelpName = "FILE|DIR",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var port = new Option<int?>("--port") { Description = "Port to listen on; 0 takes a free one", HelpName = "N" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Do not open a browser" };
        Option<string[]>[] more =
        [
            new("--output", "-o") { Description = "Where trials keep their runs (default: results)", HelpName = "DIR" },
            new("--bind") { Description = "Address to listen on (default: 127.0.0.1); for any other the page asks for a token", HelpName = "ADDRESS" },
            new("--allow-host") { Description = "Name by which a proxy calls the page; may be given several times", HelpName = "NAME" },
        ];
        var command = new Command("studio", "Watch programs live and lose their leaders, on a page in the browser") { target, port, noBrowser };
        Array.ForEach(more, command.Add);
        command.SetAction((parsed, cancellation) =>
        {
            var start = new ProcessStartInfo(Find() ?? throw Missing());
            string?[] arguments =
            [
                parsed.GetValue(target),
                .. parsed.GetValue(port) is { } number ? ["--port", Invariant($"{number}")] : Array.Empty<string>(),
                .. parsed.GetValue(noBrowser) ? ["--no-browser"] : Array.Empty<string>(),
                .. more.SelectMany(option => (parsed.GetValue(option) ?? []).SelectMany(value => new[] { option.Name, value })),
            ];
            foreach (var argument in arguments.OfType<string>())
            {
                start.ArgumentList.Add(argument);
            }

            return Serve(start, cancellation);
        });
        return command;
    }

    // The page writes to the same terminal, so its first line is the first of this verb.
    private static async Task<int> Serve(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var studio = Process.Start(start)!;
        try
        {
            await studio.WaitForExitAsync(cancellation);
            return studio.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await End(studio);
            return ExitCode.Complete;
        }
    }

    // Ctrl-C reaches both programs; a request to terminate reaches this one alone and is passed on.
    private static async Task End(Process studio)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var request = Process.Start("kill", ["-TERM", Invariant($"{studio.Id}")]);
        }

        using var limit = new CancellationTokenSource(TimeToEnd);
        try
        {
            await studio.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            studio.Kill(entireProcessTree: true);
        }
    }

    // Beside this program, or wherever a shell would find it.
    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? Program + ".exe" : Program;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Prepend(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static CommandException Missing() => new(
        ExitCode.Invalid,
        $"error: {Program} is not installed: it is neither beside this program nor on the PATH.{Environment.NewLine}"
            + $"next: install it from the sources: dotnet publish src/Studio -c Release --use-current-runtime --no-self-contained -o {Folder()}");

    private static string Folder() => ShellText.Quote(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
}
