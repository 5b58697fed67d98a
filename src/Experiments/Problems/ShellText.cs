namespace LeadershipSim.Experiments.Problems;

/// <summary>
/// Commands as they can be pasted into a POSIX shell, or written into a script: the one place that spells them. Words that hold spaces, quotes or
/// dollars are quoted.
/// </summary>
public static class ShellText
{
    private const string Plain = "-_./:=,+@%";

    /// <summary>A word, in single quotes where a shell would take it apart.</summary>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A command line of any program.</summary>
    public static string Line(params IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>A call of the program.</summary>
    public static string Command(params IEnumerable<string> arguments) => Line(arguments.Prepend("leadersim"));
}
