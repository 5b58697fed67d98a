using System.CommandLine;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Parses a command line, runs the verb, and turns whatever goes wrong into one clear message and an exit code.</summary>
internal static class Invocation
{
    /// <summary>Set to 1 to see where in the program an unexpected error arose.</summary>
    public const string DebugVariable = "LEADERSIM_DEBUG";

    /// <summary>Runs a command line.</summary>
    /// <param name="root">The root command.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where data goes.</param>
    /// <param name="error">Where everything else goes.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var parsed = root.Parse(args);
        // Asked for help, the library forgets the mistakes: help of an unknown verb would be that of the program.
        var isUnknownVerb = parsed.Action is GroupedHelp && parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0;
        if (parsed.Errors.Count > 0 || isUnknownVerb)
        {
            foreach (var problem in ParseProblems.Of(parsed))
            {
                await error.WriteLineAsync($"error: {problem}");
            }

            var verb = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
            await error.WriteLineAsync($"see: {ShellText.Program} {verb}--help");
            return ExitCode.Invalid;
        }

        using var interruption = new Interruption(error, InterruptionStyles.Of(parsed.CommandResult.Command));
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // The interruption listens itself: the library's own handler knows no second Ctrl-C.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, interruption.Token);
        }
        catch (Exception exception)
        {
            return await ExplainAsync(exception, error);
        }
    }

    private static async Task<int> ExplainAsync(Exception exception, TextWriter error)
    {
        var (code, message) = FailureExplanation.Of(exception);
        await error.WriteLineAsync(message);
        if (code == ExitCode.InternalError)
        {
            await error.WriteLineAsync("This is a mistake in leadersim, not in your experiment. Please report it with the command and this message.");
        }

        if (Environment.GetEnvironmentVariable(DebugVariable) == "1")
        {
            await error.WriteLineAsync(exception.ToString());
        }
        else if (code == ExitCode.InternalError)
        {
            await error.WriteLineAsync($"({DebugVariable}=1 shows where in the program it arose.)");
        }

        return code;
    }
}
