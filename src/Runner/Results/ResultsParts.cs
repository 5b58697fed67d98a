using System.Text;
using System.Text.Json;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>
/// Where shares of an experiment are kept until they are merged: next to its results folder, as <c>ID.parts/3-of-10</c>, so that every
/// process has a folder of its own and the results hold nothing twice.
/// </summary>
internal static class ResultsParts
{
    /// <summary>The experiment that shares run, with every default filled in, so that nothing that is edited later reaches them.</summary>
    public const string FrozenFile = "experiment.json";

    // What the frozen experiment no longer shows: that values replaced those of its author's file.
    private const string OverridesFile = "overrides.json";
    private const string Suffix = ".parts";

    /// <summary>Keeps what shares run beside the results.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="documents">The files that are kept with the results.</param>
    /// <param name="overrides">Values that replaced those of its author's file.</param>
    /// <param name="replaces">Whether what is there already is replaced.</param>
    public static void Freeze(string results, IReadOnlyDictionary<string, string> documents, IReadOnlyList<string> overrides, bool replaces)
    {
        var parts = PartsOf(results);
        foreach (var (name, text) in documents.Append(new(OverridesFile, JsonSerializer.Serialize(overrides))))
        {
            var file = Path.Combine(parts, name == ResultsFolder.ResolvedFile ? FrozenFile : name);
            if (replaces || !File.Exists(file))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }
        }
    }

    /// <summary>Values that replaced those of its author's file before it was frozen; null where it was not.</summary>
    public static IReadOnlyList<string>? OverridesOf(string results) =>
        Path.Combine(PartsOf(results), OverridesFile) is var file && File.Exists(file) ? JsonSerializer.Deserialize<string[]>(File.ReadAllText(file)) : null;

    /// <summary>The folder of a share.</summary>
    public static string FolderOf(string results, RunShare share) =>
        Path.Combine(PartsOf(results), Invariant($"{share.Index}-of-{share.Of}"));

    /// <summary>The folders of all shares that are there.</summary>
    public static IReadOnlyList<string> In(string results) =>
    [
        .. LateFile.Present([.. FoldersIn(results).Select(ManifestOf)]).Select(file => Path.GetDirectoryName(file)!)
            .Concat(AllIn(results).Where(f => ShareOf(f) is null && File.Exists(ManifestOf(f)))).Order(StringComparer.Ordinal),
    ];

    /// <summary>The results folder that the folder of a share belongs to.</summary>
    public static string WholeOf(string part) => Path.GetDirectoryName(part)![..^Suffix.Length];

    /// <summary>The shares that are there, by the names of their folders.</summary>
    public static IReadOnlyList<RunShare> SharesIn(string results) =>
        [.. In(results).Select(ShareOf).OfType<RunShare>().OrderBy(s => s.Of).ThenBy(s => s.Index)];

    /// <summary>The share that a folder is named after; null for other folders.</summary>
    public static RunShare? ShareOf(string part) =>
        RunShare.Parse(Path.GetFileName(Path.TrimEndingDirectorySeparator(part)).Replace("-of-", "/", StringComparison.Ordinal));

    /// <summary>Whether a folder is that of a share.</summary>
    public static bool IsPart(string folder) =>
        ShareOf(folder) is not null && Path.GetDirectoryName(Path.GetFullPath(folder))?.EndsWith(Suffix, StringComparison.Ordinal) == true;

    /// <summary>Progress of the shares, when all are of one division; empty otherwise.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="plan">The plan, as far as merges have extended it.</param>
    public static IReadOnlyList<ShareProgress> ProgressIn(string results, ExperimentPlan plan) =>
        SharesIn(results).Select(s => s.Of).Distinct().ToArray() is [var of] ? ProgressOf(results, plan, of) : [];

    /// <summary>Progress of each of a number of shares.</summary>
    public static IReadOnlyList<ShareProgress> ProgressOf(string results, ExperimentPlan plan, int shares) =>
        [.. Enumerable.Range(1, shares).Select(k => ShareProgress.Of(results, plan, new RunShare(k, shares)))];

    /// <summary>The folders that are named after a share, whatever they hold.</summary>
    public static IReadOnlyList<string> FoldersIn(string results) =>
        [.. AllIn(results).Where(f => ShareOf(f) is not null).Order(StringComparer.Ordinal)];

    /// <summary>The folder that holds the shares of a results folder.</summary>
    public static string PartsOf(string results) => Path.TrimEndingDirectorySeparator(results) + Suffix;

    private static string[] AllIn(string results) =>
        LateFile.Try(() => Directory.Exists(PartsOf(results)) ? Directory.GetDirectories(PartsOf(results)) : []);

    private static string ManifestOf(string folder) => Path.Combine(folder, RunManifest.FileName);
}
