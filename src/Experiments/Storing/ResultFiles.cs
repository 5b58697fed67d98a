using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The Parquet files that hold what is there of an experiment. Of one that is not complete they are those of its intact shards, in
/// which a run may be twice: with the same bits.
/// </summary>
/// <param name="IsComplete">Whether they are the tables of all runs.</param>
/// <param name="Points">The table of design points.</param>
/// <param name="Runs">Tables of runs.</param>
/// <param name="Events">Tables of events; none when the experiment keeps none.</param>
/// <param name="Series">Tables of series; none when the experiment keeps none.</param>
/// <param name="Failures">The table of failures; null if absent.</param>
/// <param name="FailedRuns">Runs that failed, of an experiment that is not complete; those that were tried again since are among them.</param>
public sealed record ResultFiles(
    bool IsComplete,
    string Points,
    IReadOnlyList<string> Runs,
    IReadOnlyList<string> Events,
    IReadOnlyList<string> Series,
    string? Failures,
    IReadOnlyList<RunRow> FailedRuns)
{
    /// <summary>The experiment as it was run, with all defaults and values laid over it.</summary>
    public const string Resolved = "experiment.resolved.json";

    /// <summary>The files of a results folder.</summary>
    /// <exception cref="StoreException">It holds no results, or no run is there yet.</exception>
    public static ResultFiles Of(string folder)
    {
        var manifest = RunTable.ManifestOf(folder);
        var complete = manifest.IsComplete && File.Exists(Path.Combine(folder, ResultTables.Runs));
        string[] folders = complete ? [folder] : [.. ShardFile.IntactIn(folder)];
        if (folders.Length == 0)
        {
            throw new StoreException(StoreProblem.NotReadable, $"no run of {folder} is there yet; run the experiment, then ask");
        }

        if (complete)
        {
            StatedHash.CheckManifest(folder);
            foreach (var table in ResultTables.Names.Where(t => File.Exists(Path.Combine(folder, t)) && t.EndsWith(".parquet", StringComparison.Ordinal)))
            {
                StatedHash.Check(folder, manifest, table);
            }
        }

        return new(
            complete,
            Path.Combine(folder, ResultTables.Points),
            Among(folders, ResultTables.Runs),
            Among(folders, RecordFiles.Events),
            Among(folders, RecordFiles.Series),
            complete ? Among(folders, ResultTables.Failures).FirstOrDefault() : null,
            complete ? [] : [.. folders.SelectMany(ShardFile.FailuresIn)]);
    }

    private static string[] Among(string[] folders, string name) => [.. folders.Select(f => Path.Combine(f, name)).Where(File.Exists)];
}
