using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The runs of an experiment on disk, in shards of consecutive runs. What is committed survives a crash; what is missing is what
/// a later session runs. The tables at the end have the same bytes however often the work was interrupted.
/// </summary>
public sealed class RunStore : IDisposable
{
    private const int SmallestShard = 2000;

    private readonly IEnumerable<string> _documents;
    private readonly FolderLock _lock;
    private readonly RunColumns _columns;
    private RunPlan _plan;
    private ShardSet _shards;
    private ResultTables _tables;

    private RunStore(string folder, RunPlan plan, RunManifest manifest, IEnumerable<string> documents, FolderLock folderLock)
    {
        (Folder, Manifest, _plan, _documents, _lock) = (folder, manifest, plan, documents, folderLock);
        _columns = new RunColumns(plan.Points, plan.Model.Outputs);
        _shards = new ShardSet(folder, plan, _columns, manifest.ShardSize);
        _tables = new ResultTables(folder, plan, _columns, _shards);
    }

    /// <summary>The results folder of the experiment.</summary>
    public string Folder { get; }

    /// <summary>Whether the lock keeps other sessions out: some network file systems have none. Results are right without it.</summary>
    public bool IsAlone => _lock.Holds;

    /// <summary>The manifest as it was last written.</summary>
    public RunManifest Manifest { get; private set; }

    /// <summary>Number of shards.</summary>
    public int ShardCount => _shards.Count;

    /// <summary>
    /// Runs per shard for a plan: some hundreds of shards, none too small to be worth a folder or, with events or series, too large for memory.
    /// </summary>
    public static int ShardSizeFor(long runs, RunOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return outputs.IsNone ? (int)Math.Clamp((runs + 499) / 500, SmallestShard, 100_000) : SmallestShard;
    }

    /// <summary>Opens the folder of an experiment, or makes it, and keeps others out until it is disposed.</summary>
    /// <exception cref="StoreException">It cannot be written, belongs to another experiment, or somebody works in it.</exception>
    public static RunStore Open(string folder, RunPlan plan, RunManifest manifest, IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(documents);
        FolderLock? folderLock = null;
        try
        {
            CheckIdentity(folder, manifest);
            DurableFolder.Create(folder);
            folderLock = FolderLock.Take(folder);

            // Read again: another session may have ended in between.
            var existing = CheckIdentity(folder, manifest);
            manifest = existing is null ? manifest : manifest with
            {
                Sessions = existing.Sessions,
                Reused = existing.Reused,
                ShardSize = existing.ShardSize,
            };
            var store = new RunStore(folder, plan, manifest, documents.Keys, folderLock);
            store.CheckFit();
            store.State(existing);
            store.Prepare(documents);
            return store;
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

    /// <summary>First run of a shard, and how many it has.</summary>
    public (long First, int Count) RangeOf(int shard) => _shards.RangeOf(shard);

    /// <summary>The shard a run belongs to.</summary>
    public int ShardOf(long run) => (int)(run / Manifest.ShardSize);

    /// <summary>The committed rows of a shard, in the order of runs; runs that are missing are absent.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="report">Receives why something that is there is not trusted.</param>
    public IReadOnlyList<RunRow> ReadShard(int shard, Action<string>? report = null) =>
        _shards.Read(shard, (folder, reason) => report?.Invoke($"{folder} is not used, its runs are run again: {reason}"));

    /// <summary>Commits rows of a shard, all that are known of it: as the shard when it is whole, as a part of it otherwise.</summary>
    public void Commit(int shard, IReadOnlyList<RunRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _shards.Commit(shard, rows);
    }

    /// <summary>Writes the tables of all runs, when all are there.</summary>
    public void WriteTables() => _tables.WriteRuns();

    /// <summary>Writes how precisely each design point is known, and why it was not replicated further.</summary>
    public void WriteReplication(IReadOnlyList<PointPrecision> points)
    {
        _tables.WriteReplication(points);
        Manifest = Manifest with { ImprecisePoints = points.Count(p => !p.IsPrecise) };
    }

    /// <summary>Continues with a plan that begins with the present one.</summary>
    public void Grow(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _shards = new ShardSet(Folder, plan, _columns, Manifest.ShardSize);
        _tables = new ResultTables(Folder, plan, _columns, _shards);
        Manifest = Manifest with { RunsPlanned = plan.Count, Stages = (plan as ExperimentPlan)?.Stages };
    }

    /// <summary>Writes the manifest with the present counts and the hashes of what is in the folder.</summary>
    public void WriteManifest(Session session, long done, long failed, bool started)
    {
        ArgumentNullException.ThrowIfNull(session);
        var complete = done + failed == _plan.Count && !started;
        string[] tables = complete ? [.. ResultTables.NamesFor(_plan.Outputs), ResultTables.Replication] : [];
        var files = _documents.Append(ResultTables.Points).Append(ResultTables.ColumnsFile).Concat(tables)
            .Order(StringComparer.Ordinal).Where(f => File.Exists(Path.Combine(Folder, f)));
        Manifest = Manifest with
        {
            RunsDone = done,
            RunsFailed = failed,
            Status = started ? ExperimentStatus.Running : !complete ? ExperimentStatus.Incomplete : failed > 0
                ? ExperimentStatus.CompleteWithFailures : ExperimentStatus.Complete,
            Hashes = files.ToDictionary(f => f, f => ShardFile.HashOf(Path.Combine(Folder, f))),
            Sessions = [.. Manifest.Sessions.Where(s => (s.Started, s.System) != (session.Started, session.System)), session],
        };
        Manifest.Write(Folder);
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Adds the sessions of folders whose runs are taken in.</summary>
    internal void AddSessions(IEnumerable<Session> sessions) =>
        Manifest = Manifest with { Sessions = [.. Manifest.Sessions.Concat(sessions).DistinctBy(s => (s.Started, s.System)).OrderBy(s => s.Started)] };

    /// <summary>Adds what folders stated whose runs are taken in.</summary>
    internal void AddStatements(IEnumerable<Statement> statements) =>
        Manifest = Manifest with { Statements = Manifest.Statements is null ? null : Statement.InOrder([.. statements, .. Manifest.Statements]) };

    /// <summary>States in the manifest where runs were taken from, in addition to what it states.</summary>
    internal void AddReused(IEnumerable<ReusedRuns> reused) => StateReused((Manifest.Reused ?? []).Concat(reused));

    /// <summary>States in the manifest where the folders that a merge takes runs from took theirs from: the same however often they are merged.</summary>
    /// <param name="sources">The folders, each with what it states.</param>
    internal void MergeReused(IEnumerable<(string Folder, IReadOnlyList<ReusedRuns> Reused)> sources)
    {
        ReusedRuns[] merged =
        [
            .. from source in sources
               from runs in source.Reused
               select runs with { Folder = FromHere(Path.Combine(source.Folder, runs.Folder)) },
        ];
        StateReused((Manifest.Reused ?? []).Where(known => merged.All(m => m.Folder != known.Folder)).Concat(merged));

        string FromHere(string folder) => Path.GetRelativePath(Folder, Path.GetFullPath(folder));
    }

    private void StateReused(IEnumerable<ReusedRuns> reused)
    {
        var all = reused.GroupBy(r => r.Folder, (_, taken) => taken.Aggregate((a, b) => b with { Runs = a.Runs + b.Runs })).ToList();
        if (all.Count > 0)
        {
            Manifest = Manifest with { Reused = all };
            Manifest.Write(Folder);
        }
    }

    /// <summary>What is in a shard by its receipts alone: quick, and not to be relied on.</summary>
    internal ShardClaim ClaimOf(int shard) => _shards.ClaimOf(shard);

    private static RunManifest? CheckIdentity(string folder, RunManifest manifest)
    {
        var existing = Directory.Exists(folder) ? RunManifest.Read(folder) : null;
        if (existing is { IsOfLaterVersion: true })
        {
            throw new StoreException(
                StoreProblem.OtherExperiment,
                Invariant($"{folder} has format version {existing.FormatVersion}; this version of the program writes {RunManifest.CurrentFormat}. Use the version that wrote it, {existing.ToolVersion}, or choose another --output"));
        }

        return existing is null || (existing.ExperimentId == manifest.ExperimentId && existing.ModelRevision == manifest.ModelRevision)
            ? existing
            : throw new StoreException(
                StoreProblem.OtherExperiment,
                $"{folder} holds experiment {existing.ExperimentId} of model revision {existing.ModelRevision}, not {manifest.ExperimentId} of revision {manifest.ModelRevision}; nothing was changed. Choose another --output");
    }

    // Runs that are there must not be run again because a manifest was changed.
    private void CheckFit()
    {
        if (_shards.Misfit() is { } misfit)
        {
            throw RunManifest.Inconsistent(Folder, $"shardSize {Manifest.ShardSize}", misfit);
        }
    }

    // What was stated before stays; what is stated now is added where it differs, with the number of runs that are there.
    private void State(RunManifest? existing)
    {
        if (existing is null || Manifest.Statements is not { } now || existing.Statements is [.., var last] && last.Hash == now[^1].Hash)
        {
            Manifest = Manifest with { Statements = existing?.Statements ?? Manifest.Statements };
            return;
        }

        var runs = Enumerable.Range(0, ShardCount).Select(ClaimOf).Sum(c => c.Done + c.Failed);
        Manifest = Manifest with { Statements = Statement.InOrder([.. existing.Statements ?? [], .. now.Select(s => s with { RunsBefore = runs })]) };
    }

    private void Prepare(IReadOnlyDictionary<string, string> documents)
    {
        _shards.Prepare(IsAlone);
        ResultDocuments.Write(Folder, documents, IsAlone);
        _tables.WritePoints();
        _tables.WriteColumns();
    }
}
