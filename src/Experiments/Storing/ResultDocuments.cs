using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>The documents that are kept with results.</summary>
internal static class ResultDocuments
{
    /// <summary>Writes them, each as a whole or not at all.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="documents">The documents, by their names.</param>
    /// <param name="isAlone">Whether nobody else can be at work; otherwise what another session is writing is left alone.</param>
    public static void Write(string folder, IReadOnlyDictionary<string, string> documents, bool isAlone)
    {
        if (isAlone)
        {
            RemoveUnfinished(folder);
        }

        foreach (var (name, text) in documents)
        {
            var file = Path.Combine(folder, name);
            DurableFolder.Create(Path.GetDirectoryName(file)!);
            AtomicFile.WriteText(file, text);
        }
    }

    /// <summary>Removes files that were being written when a session was killed.</summary>
    public static void RemoveUnfinished(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tmp"))
        {
            File.Delete(file);
        }
    }

    /// <summary>A folder cannot be written.</summary>
    public static StoreException NotWritable(string folder, Exception error) => new(
        StoreProblem.NotWritable,
        $"{folder} cannot be written: {ReadOnlyDisk.Explains(error) ?? $"{WriteFailure.OfFolder(folder, error)}. Choose another folder with --output, or make room"}",
        error);
}
