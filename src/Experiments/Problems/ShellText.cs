namespace LeadershipSim.Experiments.Problems;

/// <summary>Writes commands as they can be pasted into a shell.</summary>
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

    /// <summary>A call of the program.</summary>
    public static string Command(params IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote).Prepend("leadersim"));
}
