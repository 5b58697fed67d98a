using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Words as a shell reads them back: a command that is printed or written into a script can hold spaces, quotes and dollars.</summary>
internal static partial class Quoted
{
    /// <summary>One word for a POSIX shell.</summary>
    public static string ForShell(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Plain().IsMatch(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A command line.</summary>
    public static string ForShell(IEnumerable<string> words) => string.Join(' ', words.Select(ForShell));

    [GeneratedRegex(@"^[\w@%+=:,./-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Plain();
}
