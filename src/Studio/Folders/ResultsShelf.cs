using System.Collections.Concurrent;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Studio.Folders;

/// <summary>A results folder in the list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Path">The folder, from the one that is served.</param>
/// <param name="Runs">Runs planned.</param>
/// <param name="IsComplete">Whether all are there.</param>
internal sealed record FolderEntry(string Key, string Name, string Path, long Runs, bool IsComplete);

/// <summary>
/// The results folders that are served: those below the folders named at the start. Pages name them by key, never by path, so no other
/// folder can be asked for.
/// </summary>
/// <param name="roots">The folders.</param>
/// <param name="trials">Where trials go, and what is taken of folders that are not complete.</param>
internal sealed class ResultsShelf(IReadOnlyList<string> roots, string trials)
{
    private const int Depth = 3;
    private const int MostFolders = 500;
    private const int MostOpen = 8;

    private readonly ConcurrentDictionary<string, string> _paths = new();
    private readonly ConcurrentDictionary<string, (DateTime Written, OpenFolder Folder)> _open = new();

    /// <summary>The folders there are by now.</summary>
    public IReadOnlyList<FolderEntry> List()
    {
        var entries = new List<FolderEntry>();
        var found = roots.Where(Directory.Exists).SelectMany(root => Find(root, Depth).Select(folder => (root, folder)));
        foreach (var (root, folder) in found.DistinctBy(f => Path.GetFullPath(f.folder)).Take(MostFolders))
        {
            if (ManifestOf(folder) is { } manifest)
            {
                var key = Invariant($"{manifest.Name}-{manifest.ExperimentId[..8]}");
                _paths[key] = folder;
                entries.Add(new(key, manifest.Name, Path.GetRelativePath(root, folder), manifest.RunsPlanned, manifest.IsComplete));
            }
        }

        return [.. entries.DistinctBy(e => e.Key)];
    }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="StoreException">There is no such folder, or nothing to show of it yet.</exception>
    public OpenFolder Open(string key)
    {
        if (!_paths.TryGetValue(key, out var path))
        {
            List();
            path = _paths.GetValueOrDefault(key)
                ?? throw new StoreException(StoreProblem.NotReadable, $"there is no results folder \"{key}\" among those that are served");
        }

        var written = File.GetLastWriteTimeUtc(Path.Combine(path, RunManifest.FileName));
        if (_open.TryGetValue(key, out var known) && known.Written == written)
        {
            return known.Folder;
        }

        if (_open.Count >= MostOpen)
        {
            _open.Clear();
        }

        var folder = OpenFolder.Read(key, path, trials);
        _open[key] = (written, folder);
        return folder;
    }

    private static RunManifest? ManifestOf(string folder)
    {
        try
        {
            return RunManifest.Read(folder);
        }
        catch (StoreException)
        {
            // A damaged folder is no reason not to list the others.
            return null;
        }
    }

    private static IEnumerable<string> Find(string folder, int depth)
    {
        if (File.Exists(Path.Combine(folder, RunManifest.FileName)))
        {
            return [folder];
        }

        return depth == 0 ? [] : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(f => Find(f, depth - 1));
    }
}
