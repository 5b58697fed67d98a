using System.Globalization;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Results;

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

    /// <summary>The shares that are missing or not complete, when all that are there are of one number.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="runs">Runs of the plan.</param>
    public static IReadOnlyList<RunShare> IncompleteIn(string results, long runs)
    {
        int[] numbers = [.. In(results).Select(p => RunShare.Parse(Path.GetFileName(p).Replace("-of-", "/", StringComparison.Ordinal))?.Of ?? 0).Distinct()];
        return numbers is [> 0 and var of]
            ? [.. Enumerable.Range(1, of).Select(k => new RunShare(k, of)).Where(s => RunsIn(FolderOf(results, s)) < s.RangeOf(runs).Count)]
            : [];
    }

    /// <summary>The folder that holds the shares of a results folder.</summary>
    public static string PartsOf(string results) => Path.TrimEndingDirectorySeparator(results) + Suffix;

    private static long RunsIn(string part) => Directory.Exists(part) && RunManifest.Read(part) is { } manifest ? manifest.RunsDone + manifest.RunsFailed : 0;
}
