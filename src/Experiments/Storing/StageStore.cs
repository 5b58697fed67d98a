using System.Text.Json;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The stages of what is worked out one after the other (the populations of a calibration, the waves of an optimization) on disk, one a
/// file, each written as a whole or not at all. What a stage is made of is its writer's business: here it is a JSON text with a hash.
/// </summary>
public sealed class StageStore : IDisposable
{
    private readonly FolderLock _lock;
    private readonly IReadOnlyList<string> _documents;

    private StageStore(string folder, StagedManifest manifest, IReadOnlyList<string> documents, FolderLock folderLock) =>
        (Folder, Manifest, _documents, _lock) = (folder, manifest, documents, folderLock);

    /// <summary>The results folder.</summary>
    public string Folder { get; }

    /// <summary>The manifest as it was last written.</summary>
    public StagedManifest Manifest { get; private set; }

    /// <summary>Opens a results folder, or makes it, and keeps others out until it is disposed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="manifest">What is worked out.</param>
    /// <param name="documents">Files to keep with it, by name.</param>
    /// <exception cref="StoreException">It cannot be written, belongs to another calibration or optimization, or somebody works in it.</exception>
    public static StageStore Open(string folder, StagedManifest manifest, IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(documents);
        FolderLock? folderLock = null;
        try
        {
            var stages = Path.Combine(folder, FolderOf(manifest));
            DurableFolder.Create(stages);
            folderLock = FolderLock.Take(folder);
            var existing = CheckIdentity(folder, manifest);
            ResultDocuments.RemoveUnfinished(stages);
            ResultDocuments.Write(folder, documents, folderLock.Holds);
            return new(folder, existing is null ? manifest : manifest with { Sessions = existing.Sessions }, [.. documents.Keys], folderLock);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            folderLock?.Dispose();
            throw ResultDocuments.NotWritable(folder, error);
        }
        catch
        {
            folderLock?.Dispose();
            throw;
        }
    }

    /// <summary>The JSON text of a stage; null when it is not there, or damaged.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="report">Receives why one that is there is not used; it and all later ones are gone then, since they follow from it.</param>
    public string? Read(int index, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var path = PathOf(index);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return StageJson.Opened(File.ReadAllText(path), Manifest.Id, Manifest.Stage);
        }
        catch (JsonException error)
        {
            Discard(index, error.Message, report);
        }

        return null;
    }

    /// <summary>All stages that are there and can be used, in order.</summary>
    /// <param name="report">Receives why one that is there is not used.</param>
    public List<T> ReadAll<T>(Action<string> report)
    {
        var stages = new List<T>();
        while (Read(stages.Count, report) is { } text)
        {
            try
            {
                stages.Add(StageJson.Read<T>(text));
            }
            catch (JsonException error)
            {
                Discard(stages.Count, error.Message, report);
            }
        }

        return stages;
    }

    /// <summary>The stages in a folder, in order, up to one that cannot be used; nothing is changed.</summary>
    /// <param name="folder">The results folder, which may not exist.</param>
    /// <param name="manifest">What is worked out.</param>
    public static IReadOnlyList<T> ReadFrom<T>(string folder, StagedManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var stages = new List<T>();
        try
        {
            while (PathOf(folder, manifest, stages.Count) is var path && File.Exists(path))
            {
                stages.Add(StageJson.Read<T>(StageJson.Opened(LateFile.Try(() => File.ReadAllText(path)), manifest.Id, manifest.Stage)));
            }
        }
        catch (JsonException)
        {
            // The next merge takes it back.
        }

        return stages;
    }

    /// <summary>Number of stages in a folder.</summary>
    /// <param name="folder">The results folder, which may not exist.</param>
    /// <param name="manifest">What is worked out.</param>
    public static int CountIn(string folder, StagedManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var count = 0;
        while (File.Exists(PathOf(folder, manifest, count)))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a folder has the result of all stages.</summary>
    /// <param name="folder">The results folder, which may not exist.</param>
    /// <param name="manifest">What is worked out.</param>
    public static bool IsCompleteIn(string folder, StagedManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return CheckIdentity(folder, manifest)?.Reason is not null;
    }

    /// <summary>Writes a stage; those that follow from another one of its number are gone.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="text">Its JSON text.</param>
    public void Write(int index, string text)
    {
        RemoveFrom(index);
        AtomicFile.WriteText(PathOf(index), StageJson.Sealed(Manifest.Id, Manifest.Stage, text));
    }

    /// <summary>Takes back a stage that cannot be used, and all that follow from it.</summary>
    public void Discard(int index, string reason, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        report($"{PathOf(index)} is not used, it and all later {Manifest.Stage}s are done again: {reason}");
        RemoveFrom(index);
    }

    /// <summary>Writes the manifest, with the hashes of what is in the folder; of tables and figures when they are those of all stages.</summary>
    /// <param name="session">The call that works on it.</param>
    /// <param name="stages">Stages that are there.</param>
    /// <param name="work">Simulations of these, or runs.</param>
    /// <param name="reason">Why there are no more; null while there should be.</param>
    public void WriteManifest(Session session, int stages, long work, string? reason)
    {
        ArgumentNullException.ThrowIfNull(session);
        var files = reason is null ? _documents.Concat(Enumerable.Range(0, stages).Select(k => $"{FolderOf(Manifest)}/{NameOf(k)}")) : AllFiles();
        Manifest = Manifest.With(stages, work) with
        {
            Reason = reason,
            Hashes = files.Order(StringComparer.Ordinal).ToDictionary(f => f, f => ShardFile.HashOf(Path.Combine(Folder, f))),
            Sessions = [.. Manifest.Sessions.Where(s => (s.Started, s.System) != (session.Started, session.System)), session],
        };
        Manifest.Write(Folder);
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

    // A self-test is made and replaced by itself, and tells nothing about the result.
    private IEnumerable<string> AllFiles() =>
        from file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/')
        where name != Manifest.File && !name.StartsWith(".lock", StringComparison.Ordinal)
            && !name.StartsWith("self-test/", StringComparison.Ordinal)
        select name;

    private static StagedManifest? CheckIdentity(string folder, StagedManifest manifest)
    {
        var existing = manifest.ReadSame(folder);
        return existing is null || existing.Id == manifest.Id
            ? existing
            : throw new StoreException(StoreProblem.OtherExperiment, $"{folder} holds {manifest.Noun} {existing.Id}, not {manifest.Id}; nothing was changed. Choose another --output");
    }

    private void RemoveFrom(int index)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, FolderOf(Manifest)), $"{Manifest.Stage}-*.json")
            .Where(f => string.CompareOrdinal(Path.GetFileName(f), NameOf(index)) >= 0))
        {
            File.Delete(file);
        }
    }

    private string PathOf(int index) => PathOf(Folder, Manifest, index);

    private string NameOf(int index) => NameOf(Manifest, index);

    private static string PathOf(string folder, StagedManifest manifest, int index) => Path.Combine(folder, FolderOf(manifest), NameOf(manifest, index));

    private static string NameOf(StagedManifest manifest, int index) => Invariant($"{manifest.Stage}-{index:0000}.json");

    private static string FolderOf(StagedManifest manifest) => manifest.Stage + "s";
}
