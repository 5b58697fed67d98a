using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>Compares tables with the hashes that the manifest states, before anything is concluded from them.</summary>
internal static class StatedHash
{
    /// <summary>Refuses a table that is not as it was written.</summary>
    /// <exception cref="StoreException">Its hash is another one.</exception>
    public static void Check(string folder, RunManifest manifest, string table)
    {
        var file = Path.Combine(folder, table);
        if (manifest.Hashes.TryGetValue(table, out var stated) && ShardFile.HashOf(file) != stated)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{file} does not have the hash that {RunManifest.FileName} states: it was changed or is damaged; {Remedy(folder, manifest, table)}");
        }
    }

    /// <summary>Refuses a manifest that is not as it was written: it says which columns are factors, and which hashes the tables have.</summary>
    /// <exception cref="StoreException">It does not have the hash that it states of itself.</exception>
    public static void CheckManifest(string folder)
    {
        if (!SelfHash.Holds(File.ReadAllText(Path.Combine(folder, RunManifest.FileName))))
        {
            throw RunManifest.Inconsistent(folder, "a hash of itself", "it has another one");
        }
    }

    /// <summary>
    /// How a damaged table is made again: where it was written, by the command that wrote it; in a copy, by taking its runs into a new folder.
    /// </summary>
    public static string Remedy(string folder, RunManifest manifest, string table)
    {
        if (manifest.LastCommand is not { } command)
        {
            return "the run command makes it again from the runs that are kept";
        }

        return WritesTo(manifest, folder) ? $"the run command makes it again from the runs that are kept: {command}"
            : table == ResultTables.Runs
                ? "the run command makes it again from the runs that are kept, in a new folder: "
                    + ShellText.Command("run", Path.Combine(folder, ResultFiles.Resolved), "--output", "repaired", "--reuse", folder)
                : "copy the folder again from the place where it was made";
    }

    private static bool WritesTo(RunManifest manifest, string folder)
    {
        string[] arguments = [.. manifest.Sessions[^1].Arguments];
        var at = Array.FindIndex(arguments, a => a is "-o" or "--output") + 1;
        var output = at > 0 && at < arguments.Length ? arguments[at] : "results";
        var own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return manifest.ExperimentId.StartsWith(Path.GetFileName(own), StringComparison.Ordinal)
            && Path.GetDirectoryName(Path.GetDirectoryName(own)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
    }
}
