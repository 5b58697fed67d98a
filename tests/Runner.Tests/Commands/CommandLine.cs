using System.CommandLine;
using LeadershipSim.Runner.Commands;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Runs the program in this process and keeps what it writes.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line.</summary>
    public static Task<CommandLine> RunAsync(params string[] args) => RunAsync(Program.Root(), args);

    /// <summary>Runs a command line of other verbs.</summary>
    public static async Task<CommandLine> RunAsync(RootCommand root, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Invocation.RunAsync(root, args, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
