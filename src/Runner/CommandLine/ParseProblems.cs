using System.CommandLine;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The problems of a command line, in short sentences with the nearest valid name.</summary>
internal static partial class ParseProblems
{
    /// <summary>The problems, one line each.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return [.. parsed.UnmatchedTokens.Take(1).Select(t => Unknown(t, command))];
        }

        return command is RootCommand
            ? [$"a verb is missing; allowed are {string.Join(", ", command.Subcommands.Select(c => c.Name))}"]
            : [.. parsed.Errors.Select(e => Plain(e.Message)).Distinct()];
    }

    // The library names types as the runtime does.
    private static string Plain(string message) => TypeName().Replace(message, match => match.Value.Contains("UInt", StringComparison.Ordinal)
        ? "a whole number from 0"
        : "a whole number");

    [GeneratedRegex(@"expected type '[^']*Int\d+\]?'")]
    private static partial Regex TypeName();

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var names = isOption
            ? command.Options.Select(o => o.Name)
            : command.Subcommands.Select(c => c.Name);
        var what = isOption ? "option" : command is RootCommand ? "verb" : "argument";
        var hint = Spelling.Nearest(token, names) is { } near ? $"; did you mean {near}?" : "";
        return $"unknown {what} {token}{hint}";
    }
}
