using System.CommandLine;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>The command line of a call, and where its messages go.</summary>
/// <param name="Arguments">The command line.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Verbosity">How much to say.</param>
/// <param name="UsesColour">Whether progress on a terminal has colours.</param>
internal sealed record CallTerminal(IReadOnlyList<string> Arguments, TextWriter Output, TextWriter Error, Verbosity Verbosity, bool UsesColour)
{
    /// <summary>That of a parsed command line.</summary>
    public static CallTerminal Of(ParseResult parsed, Verbosity verbosity) => new(
        [.. parsed.Tokens.Select(t => t.Value)],
        parsed.InvocationConfiguration.Output,
        parsed.InvocationConfiguration.Error,
        verbosity,
        Messages.UseColour(parsed));
}
