using System.Globalization;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The runs of an experiment on disk, in shards of consecutive runs. What is committed survives a crash; what is missing is what
/// a later session runs. The tables at the end have the same bytes however often the work was interrupted.
/// </summary>
public sealed class RunStore : IDisposable
{
    private const string RunsTable = "runs.parquet";
    private const string RunsCsv = "runs.csv";
    private const string FailuresCsv = "failures.csv";
    private readonly string _shards;
    private readonly RunPlan _plan;
    private readonly RunColumns _columns;
    private readonly ShardFile _file;
    private readonly FileStream _lock;

    private RunStore(string folder, RunPlan plan, RunManifest manifest, FileStream folderLock)
    {
        Folder = folder;
        Manifest = manifest;
        _plan = plan;
        _lock = folderLock;
        _shards = Path.Combine(folder, "shards");
        _columns = new RunColumns(plan.Points);
        _file = new ShardFile(_columns);
    }

    /// <summary>The results folder of the experiment.</summary>
    public string Folder { get; }

    /// <summary>The manifest as it was last written.</summary>
    public RunManifest Manifest { get; private set; }

    /// <summary>Number of shards.</summary>
    public int ShardCount => (int)((_plan.Count + Manifest.ShardSize - 1) / Manifest.ShardSize);

    /// <summary>Runs per shard for a plan: some hundreds of shards, none too small to be worth a folder.</summary>
    public static int ShardSizeFor(long runs) => (int)Math.Clamp((runs + 499) / 500, 500, 100_000);

    /// <summary>Opens the folder of an experiment, or makes it, and keeps others out until it is disposed.</summary>
    /// <exception cref="StoreException">It cannot be written, belongs to another experiment, or somebody works in it.</exception>
    public static RunStore Open(string folder, RunPlan plan, RunManifest manifest, IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(documents);
        FileStream? folderLock = null;
        try
        {
            var existing = Directory.Exists(folder) ? RunManifest.Read(folder) : null;
            if (existing is not null && (existing.ExperimentId != manifest.ExperimentId || existing.ModelRevision != manifest.ModelRevision))
            {
                throw new StoreException(
                    StoreProblem.OtherExperiment,
                    $"{folder} holds experiment {existing.ExperimentId} of model revision {existing.ModelRevision}, not {manifest.ExperimentId} of revision {manifest.ModelRevision}; nothing was changed. Choose another --output");
            }

            Directory.CreateDirectory(Path.Combine(folder, "shards"));
            folderLock = FolderLock.Take(folder);
            manifest = existing is null ? manifest : manifest with { Sessions = existing.Sessions, ShardSize = existing.ShardSize };
            var store = new RunStore(folder, plan, manifest, folderLock);
            foreach (var (name, text) in documents)
            {
                var file = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                AtomicFile.WriteText(file, text);
            }

            store.RemoveLeftovers();
            return store;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            folderLock?.Dispose();
            throw new StoreException(StoreProblem.NotWritable, $"{folder} cannot be written: {error.Message} Choose another folder with --output, or make room", error);
        }
        catch
        {
            folderLock?.Dispose();
            throw;
        }
    }

    /// <summary>First run of a shard, and how many it has.</summary>
    public (long First, int Count) RangeOf(int shard)
    {
        var first = (long)shard * Manifest.ShardSize;
        return (first, (int)Math.Min(Manifest.ShardSize, _plan.Count - first));
    }

    /// <summary>The committed rows of a shard, in the order of runs; runs that are missing are absent.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="report">Told why something that is there is not trusted.</param>
    public IReadOnlyList<RunRow> ReadShard(int shard, Action<string>? report = null)
    {
        var rows = new SortedDictionary<long, RunRow>();
        foreach (var folder in PartsOf(shard).Append(FolderOf(shard)).Where(Directory.Exists))
        {
            var (first, count) = RangeOf(shard);
            if (_file.Read(folder, _plan, out var reason) is not { } found)
            {
                report?.Invoke($"{folder} is not used, its runs are run again: {reason}");
                continue;
            }

            foreach (var row in found.Where(r => r.RunIndex >= first && r.RunIndex < first + count))
            {
                rows[row.RunIndex] = row;
            }
        }

        return [.. rows.Values];
    }

    /// <summary>Commits rows of a shard: as the shard when it is complete, as a part of it otherwise.</summary>
    public void Commit(int shard, IReadOnlyList<RunRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count < RangeOf(shard).Count)
        {
            _file.Commit(Path.Combine(_shards, string.Create(CultureInfo.InvariantCulture, $"part={shard:D5}-{Guid.NewGuid():N}")), rows);
            return;
        }

        _file.Commit(FolderOf(shard), rows);
        foreach (var part in PartsOf(shard))
        {
            Directory.Delete(part, recursive: true);
        }
    }

    /// <summary>Writes the tables of all runs, when all are there.</summary>
    public void WriteTables()
    {
        var failures = new List<RunRow>();
        AtomicFile.Write(Path.Combine(Folder, RunsTable), stream => _file.WriteTable(stream, Done(failures)));
        AtomicFile.Write(Path.Combine(Folder, RunsCsv), stream =>
        {
            using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\r\n" };
            text.WriteLine(string.Join(',', _columns.Names.Select(Csv.Quote)));
            foreach (var row in Done([]).SelectMany(rows => rows))
            {
                text.WriteLine(_columns.ToCsv(row));
            }
        });
        var failuresFile = Path.Combine(Folder, FailuresCsv);
        if (failures.Count == 0)
        {
            File.Delete(failuresFile);
            return;
        }

        var lines = failures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.RunId},{f.RunIndex},{f.PointIndex},{f.Replicate},{Csv.Quote(f.Error!)}"));
        AtomicFile.WriteText(failuresFile, "runId,runIndex,pointIndex,replicate,error\r\n" + string.Concat(lines.Select(l => l + "\r\n")));
    }

    /// <summary>Writes the manifest with the present counts and, when complete, the hashes of the tables.</summary>
    public void WriteManifest(Session session, long done, long failed, bool started)
    {
        ArgumentNullException.ThrowIfNull(session);
        var complete = done + failed == _plan.Count;
        string[] tables = complete && !started ? [RunsTable, RunsCsv] : [];
        Manifest = Manifest with
        {
            RunsDone = done,
            RunsFailed = failed,
            Status = !complete || started ? ExperimentStatus.Incomplete : failed > 0 ? ExperimentStatus.CompleteWithFailures : ExperimentStatus.Complete,
            Hashes = tables.ToDictionary(t => t, t => ShardFile.HashOf(Path.Combine(Folder, t))),
            Sessions = [.. started ? Manifest.Sessions : Manifest.Sessions.SkipLast(1), session],
        };
        Manifest.Write(Folder);
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

    private IEnumerable<IReadOnlyList<RunRow>> Done(List<RunRow> failures)
    {
        for (var shard = 0; shard < ShardCount; shard++)
        {
            var rows = ReadShard(shard);
            if (rows.Count != RangeOf(shard).Count)
            {
                throw new IOException($"shard {FolderOf(shard)} changed while it was read.");
            }

            failures.AddRange(rows.Where(r => r.Error is not null));
            yield return [.. rows.Where(r => r.Error is null)];
        }
    }

    private string FolderOf(int shard) => Path.Combine(_shards, string.Create(CultureInfo.InvariantCulture, $"s={shard:D5}"));

    private string[] PartsOf(int shard) => Directory.GetDirectories(_shards, string.Create(CultureInfo.InvariantCulture, $"part={shard:D5}-*"));

    // What a killed session left half written; nobody else is in the folder.
    private void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(_shards, ".tmp-*"))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.GetFiles(Folder, "*.tmp"))
        {
            File.Delete(file);
        }
    }
}
