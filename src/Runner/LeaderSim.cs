using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Extensions;

namespace LeadershipSim.Runner;

/// <summary>The command line, for a program that brings policies, outputs, metrics or figures of its own.</summary>
/// <example>
/// A file <c>mine.cs</c>, run by <c>dotnet run mine.cs -- run experiment.yaml</c>:
/// <code>
/// #:project ../src/Runner
/// return await LeaderSim.RunAsync(args, with => with.Policy&lt;Deferential&gt;());
/// </code>
/// </example>
public static class LeaderSim
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments: a verb and its options.</param>
    /// <param name="with">What the program brings; null: nothing.</param>
    /// <returns>The exit code: 0 when everything went well.</returns>
    public static async Task<int> RunAsync(string[] args, Func<Extension, Extension>? with = null)
    {
        ArgumentNullException.ThrowIfNull(args);

        // The SDK builds file-based programs as if for native compilation, where JSON by reflection is off.
        AppContext.SetSwitch("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault", true);
        Extension extension;
        try
        {
            extension = with is null ? Extension.None : with(Extension.Of(ExtensionSource.OfThisProgram()));
        }
        catch (ArgumentException error)
        {
            await Console.Error.WriteLineAsync($"error: {error.Message}");
            return ExitCode.Invalid;
        }

        return await Invocation.RunAsync(Program.Root(extension), args, Console.Out, Console.Error);
    }
}
