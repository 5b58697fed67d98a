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
            throw new StoreException(StoreProblem.NotReadable, $"{file} does not have the hash that {RunManifest.FileName} states: it was changed or is damaged; {Remedy(manifest)}");
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

    /// <summary>How a damaged table is made again.</summary>
    public static string Remedy(RunManifest manifest) =>
        $"the run command makes it again from the runs that are kept{(manifest.LastCommand is { } command ? $": {command}" : "")}";
}
