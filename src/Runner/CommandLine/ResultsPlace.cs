using System.CommandLine;
using System.CommandLine.Parsing;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>
/// Results folders as people name them: the folder itself, the folder above the only one, or a pattern that only one fits, since not every shell replaces
/// <c>*</c>.
/// </summary>
internal static class ResultsPlace
{
    private static readonly string[] Manifests = [RunManifest.FileName, CalibrationManifest.FileName, OptimizationManifest.FileName];

    /// <summary>An argument that names one results folder.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="description">What the folder is for.</param>
    /// <param name="helpName">What help calls it.</param>
    public static Argument<string> Argument(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, CustomParser = Read };

    private static string Read(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        var found = Meant(given);
        if (found.Count > 1)
        {
            result.AddError($"{given} stands for {found.Count} results folders; give one of them: {string.Join(", ", found)}");
        }

        return found.Count == 1 ? found[0] : given;
    }

    // None: whoever opens what was given says what is wrong with it.
    private static IReadOnlyList<string> Meant(string given)
    {
        try
        {
            return IsResults(given) ? [given]
                : Directory.Exists(given) ? ResultsIn(given, "*")
                : File.Exists(given) ? []
                : Fitting(given);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    // A pattern in the last part of a path.
    private static IReadOnlyList<string> Fitting(string pattern) =>
        Path.GetFileName(pattern) is { } last && last.Contains('*') && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(pattern)))
            ? ResultsIn(Path.GetDirectoryName(pattern) is { Length: > 0 } above ? above : ".", last)
            : [];

    private static IReadOnlyList<string> ResultsIn(string folder, string pattern) =>
        [.. Directory.EnumerateDirectories(folder, pattern).Where(IsResults).Order(StringComparer.Ordinal)];

    private static bool IsResults(string folder) => Manifests.Any(m => File.Exists(Path.Combine(folder, m)));
}
