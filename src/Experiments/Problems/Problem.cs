namespace LeadershipSim.Experiments.Problems;

/// <summary>One thing that is wrong with an experiment file.</summary>
/// <param name="File">The file, or the command-line option.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">Dotted path of the key it is about; empty when it is about the file.</param>
/// <param name="Message">What was found and what is allowed.</param>
/// <param name="Suggestion">What may have been meant; null when nothing comes near.</param>
public sealed record Problem(string File, int Line, int Column, string Path, string Message, string? Suggestion)
{
    /// <summary><c>file:line:col: message; did you mean "x"?</c>, without line and column for a command-line option.</summary>
    public override string ToString() =>
        (File.StartsWith("--", StringComparison.Ordinal) ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}") + (
            Suggestion is null ? "" : $"; did you mean \"{Suggestion}\"?");
}
