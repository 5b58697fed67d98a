using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>
/// Results to be archived or handed on: everything in their folder, and beside it what they are, how to cite them, what they were made
/// with and the hash of every file. The same results give the same bytes.
/// </summary>
public sealed class ResearchObject
{
    private static readonly string[] Written = [CrateMetadata.FileName, CitationFile.FileName, SoftwareMetadata.FileName, HashSums.FileName];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder;
    private readonly ResultsDescription _results;
    private readonly IReadOnlyList<ExportedFile> _files;
    private readonly SortedDictionary<string, byte[]> _documents;

    private ResearchObject(string folder, ResultsDescription results, IReadOnlyList<ExportedFile> files)
    {
        (_folder, _results, _files) = (folder, results, files);
        _documents = new(StringComparer.Ordinal)
        {
            [CitationFile.FileName] = Encoding.UTF8.GetBytes(CitationFile.Of(results)),
            [SoftwareMetadata.FileName] = Bytes(SoftwareMetadata.Of(results)),
        };
        ExportedFile[] described = [.. files, .. _documents.Select(d => new ExportedFile(d.Key, d.Value.Length, HashOf(d.Value)))];
        _documents[CrateMetadata.FileName] = Bytes(CrateMetadata.Of(results, described));
        var hashes = files.Select(f => (f.Path, f.Sha256)).Concat(_documents.Select(d => (Path: d.Key, Sha256: HashOf(d.Value))));
        _documents[HashSums.FileName] = Encoding.UTF8.GetBytes(HashSums.Of(hashes));
    }

    /// <summary>Opens results to be exported.</summary>
    /// <param name="folder">The results folder; nothing in it is changed.</param>
    /// <param name="options">What only the people behind them can say.</param>
    /// <exception cref="StoreException">It holds no results, is not complete, or a file of it is not the one that the manifest states.</exception>
    public static ResearchObject Of(string folder, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var manifest = RunTable.ManifestOf(folder);
        if (!manifest.IsComplete || manifest.Sessions.Count == 0)
        {
            throw new StoreException(
                StoreProblem.NotReadable,
                Invariant($"{folder} is not complete: {manifest.RunsDone} of {manifest.RunsPlanned} runs are there; run the experiment again to complete them, then export"));
        }

        try
        {
            var files = FilesOf(folder);
            Check(folder, manifest, files);
            return new(folder, ResultsDescription.Of(folder, manifest, options), files);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{folder} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Writes a folder, as a whole or not at all.</summary>
    /// <param name="path">The folder, which must not be there yet.</param>
    /// <exception cref="StoreException">It is there, or cannot be written.</exception>
    public void WriteFolder(string path) => Write(path, () =>
    {
        var full = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(full)!;
        var temporary = Path.Combine(parent, $".tmp-{Path.GetFileName(full)}-{Guid.NewGuid():N}");
        Leftovers.RemoveFoldersBeside(full);
        DurableFolder.Create(temporary);
        try
        {
            using (FolderLock.Take(temporary))
            {
                WriteInto(temporary);
            }

            FolderLock.Remove(temporary);
            DurableFolder.Rename(temporary, full);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    });

    private void WriteInto(string folder)
    {
        foreach (var file in _files)
        {
            var copy = Path.Combine(folder, file.Path);
            DurableFolder.Create(Path.GetDirectoryName(copy)!);
            AtomicFile.Write(copy, stream => CopyTo(file, stream));
        }

        foreach (var (name, content) in _documents)
        {
            AtomicFile.Write(Path.Combine(folder, name), stream => stream.Write(content));
        }
    }

    /// <summary>Writes a ZIP archive, as a whole or not at all.</summary>
    /// <param name="path">The file, which must not be there yet.</param>
    /// <exception cref="StoreException">It is there, or cannot be written.</exception>
    public void WriteArchive(string path) => Write(path, () =>
    {
        DurableFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Leftovers.RemoveBeside(path);
        AtomicFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (name, content) in _documents)
            {
                Add(archive, name, CompressionLevel.Optimal, target => target.Write(content));
            }

            foreach (var file in _files)
            {
                Add(archive, file.Path, file.IsCompressed ? CompressionLevel.NoCompression : CompressionLevel.Optimal, target => CopyTo(file, target));
            }
        });
    });

    private static void Write(string path, Action write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new StoreException(StoreProblem.NotWritable, $"{path} is there already; nothing was changed. Choose another name, or remove it");
        }

        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotWritable, $"{path} cannot be written: {error.Message} Choose another place, or make room", error);
        }
    }

    private static ExportedFile[] FilesOf(string folder)
    {
        // Not locks, not what a session left half written, not what an earlier export wrote.
        var files =
            from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
            where !path.Split('/').Any(name => name[0] == '.') && !path.EndsWith(".tmp", StringComparison.Ordinal) && !Written.Contains(path)
            select new ExportedFile(path, new FileInfo(file).Length, ShardFile.HashOf(file));
        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static void Check(string folder, RunManifest manifest, ExportedFile[] files)
    {
        var hashes = files.ToDictionary(f => f.Path, f => f.Sha256);
        foreach (var (name, hash) in manifest.Hashes)
        {
            if (hashes.GetValueOrDefault(name) != hash)
            {
                throw new StoreException(
                    StoreProblem.NotReadable,
                    $"{Path.Combine(folder, name)} is not the file that manifest.json states; {ShellText.Program} verify says what is damaged, and running the experiment again repairs it");
            }
        }
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Json) + "\n");

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private void Add(ZipArchive archive, string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = _results.Finished;
        using var target = entry.Open();
        write(target);
    }

    // What changed since it was hashed must not be given away under that hash.
    private void CopyTo(ExportedFile file, Stream target)
    {
        var source = Path.Combine(_folder, file.Path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = File.OpenRead(source);
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        if (Convert.ToHexStringLower(hash.GetCurrentHash()) != file.Sha256)
        {
            throw new IOException($"{source} changed while it was copied.");
        }
    }
}
