namespace LeadershipSim.Experiments.Problems;

/// <summary>
/// Commands as they can be pasted into a POSIX shell, or written into a script: the one place that spells them. Words that hold spaces, quotes or
/// dollars are quoted.
/// </summary>
public static class ShellText
{
    // What the SDK says to a file-based program about its own file.
    private const string EntryPoint = "EntryPointFilePath";
    private const string Plain = "-_./:=,+@%";

    /// <summary>The source of the program that runs, where it is a file-based one; else null.</summary>
    public static string? SourceFile { get; } = AppContext.GetData(EntryPoint) as string;

    /// <summary>What a user types to call the program that runs: its name, or for a file-based program <c>dotnet run FILE --</c>.</summary>
    public static string Program { get; } = ProgramOf(SourceFile, Environment.CurrentDirectory);

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
    public static string Command(params IEnumerable<string> arguments) => $"{Program} {Line(arguments)}";

    /// <summary>The call of a program, from a folder.</summary>
    internal static string ProgramOf(string? sourceFile, string folder) =>
        sourceFile is null ? "leadersim" : Line("dotnet", "run", Path.GetRelativePath(folder, sourceFile), "--");
}
