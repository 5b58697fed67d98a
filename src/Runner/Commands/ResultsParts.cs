using System.Globalization;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.Commands;

/// <summary>
/// Where shares of an experiment are kept until they are merged: beside its results folder, as <c>ID.parts/3-of-10</c>, so that every
/// process has a folder of its own and the results hold nothing twice.
/// </summary>
internal static class ResultsParts
{
    private const string Suffix = ".parts";

    /// <summary>The folder of a share.</summary>
    public static string FolderOf(string results, RunShare share) =>
        Path.Combine(PartsOf(results), string.Create(CultureInfo.InvariantCulture, $"{share.Index}-of-{share.Of}"));

    /// <summary>The folders of all shares that are there.</summary>
    public static IReadOnlyList<string> In(string results) =>
        Directory.Exists(PartsOf(results)) ? [.. Directory.GetDirectories(PartsOf(results)).Where(f => File.Exists(Path.Combine(f, "manifest.json"))).Order(StringComparer.Ordinal)] : [];

    /// <summary>The results folder that the folder of a share belongs to.</summary>
    public static string WholeOf(string part) => Path.GetDirectoryName(part)![..^Suffix.Length];

    private static string PartsOf(string results) => Path.TrimEndingDirectorySeparator(results) + Suffix;
}
