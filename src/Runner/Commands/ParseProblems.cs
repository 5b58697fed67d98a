using System.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary>What is wrong with a command line, in short sentences with the nearest thing that exists.</summary>
internal static class ParseProblems
{
    private const int LargestDistance = 2;

    /// <summary>The problems, one line each.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return [.. parsed.UnmatchedTokens.Take(1).Select(t => Unknown(t, command))];
        }

        return command is RootCommand
            ? [$"a verb is missing; there are {string.Join(", ", command.Subcommands.Select(c => c.Name))}"]
            : [.. parsed.Errors.Select(e => e.Message).Distinct()];
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var names = isOption
            ? command.Options.Select(o => o.Name)
            : command.Subcommands.Select(c => c.Name);
        var nearest = names.Select(n => (Name: n, Distance: Distance(token, n))).OrderBy(n => n.Distance).FirstOrDefault();
        var what = isOption ? "option" : command is RootCommand ? "verb" : "argument";
        var hint = nearest.Name is not null && nearest.Distance <= LargestDistance ? $"; did you mean {nearest.Name}?" : "";
        return $"unknown {what} {token}{hint}";
    }

    // Levenshtein distance: insertions, deletions and replacements that turn one text into the other.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
