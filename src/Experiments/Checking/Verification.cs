using System.Collections.Concurrent;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Checking;

/// <summary>The result of a verification.</summary>
/// <param name="FilesChecked">Files whose hash was compared.</param>
/// <param name="RunsPresent">Runs that are there.</param>
/// <param name="RunsPlanned">Runs of the plan.</param>
/// <param name="RunsReplayed">Runs that were run again.</param>
/// <param name="Faults">What is wrong; none: nothing was found.</param>
public sealed record Verification(int FilesChecked, long RunsPresent, long RunsPlanned, long RunsReplayed, IReadOnlyList<Fault> Faults)
{
    /// <summary>What was not checked, and why; null: everything was.</summary>
    public string? Note { get; init; }

    /// <summary>Whether nothing wrong was found.</summary>
    public bool IsSound => Faults.Count == 0;

    /// <summary>
    /// Checks the hashes of all files that the manifest and, in an export, SHA256SUMS list, that every run of the plan is there, that the tables are those of
    /// the shards, and replays a sample of runs.
    /// </summary>
    /// <param name="plan">The plan the folder belongs to.</param>
    /// <param name="folder">The results folder; nothing in it is changed.</param>
    /// <param name="options">What to do.</param>
    /// <param name="cancellation">Stops between runs.</param>
    /// <exception cref="StoreException">It is not a results folder.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Verification Of(RunPlan plan, string folder, VerificationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        var manifest = RunTable.ManifestOf(folder);
        var note = ModelRules.Difference(manifest);
        if (note is not null && plan is ExperimentPlan { ExperimentId: var id } && id != manifest.ExperimentId)
        {
            // Other rules may have other defaults, and with them other ids: what is left to check are files.
            return OfFiles(folder, manifest) with { Note = $"{note}: its files were checked, and no run was made again" };
        }

        var status = StoreStatus.Of(folder, plan);
        var columns = new RunColumns(plan.Points, plan.Model.Outputs);
        var shards = new ShardSet(folder, plan, columns, manifest.ShardSize, acceptsOlder: true);
        var faults = new List<Fault>(ChangedFiles(folder));
        faults.AddRange(status.Untrusted.Select(s => new Fault(FaultKind.ShardUntrusted, s.Folder, s.Reason)));
        if (status.Missing > 0)
        {
            faults.Add(new(
                FaultKind.RunsMissing,
                folder,
                $"{status.Missing} of {Counted.Of(plan.Count, "run")} {(status.Missing == 1 ? "is" : "are")} not there; run the experiment again to complete them"));
        }
        else
        {
            faults.AddRange(TableCheck.Of(folder, manifest, new ResultTables(folder, plan, columns, shards), shards));
        }

        var (replayed, differing) = note is null ? ReplaySample(plan, shards, options, cancellation) : (0, []);
        faults.AddRange(differing);
        return new(FilesIn(folder, manifest), status.Done + status.Failed, plan.Count, replayed, faults)
        {
            Note = note is null ? null : $"{note}: no run was made again",
        };
    }

    private static Verification OfFiles(string folder, RunManifest manifest)
    {
        string[] intact = [.. ShardFile.IntactIn(folder)];
        var damaged = ShardFile.FoldersIn(folder).Except(intact)
            .Select(f => new Fault(FaultKind.ShardUntrusted, f, "its tables do not have the hashes that its receipt states"));
        var runs = intact.Select(ShardFile.ClaimOf).Sum(c => c.Done + c.Failed);
        return new(FilesIn(folder, manifest), runs, manifest.RunsPlanned, 0, [.. ChangedFiles(folder), .. damaged]);
    }

    private static int FilesIn(string folder, RunManifest manifest) => manifest.Hashes.Keys.Union(HashSums.Read(folder).Keys).Count();

    /// <summary>The files of a folder that are gone or do not have the hashes that its manifest and, in an export, SHA256SUMS state.</summary>
    /// <param name="folder">The results folder.</param>
    /// <exception cref="StoreException">It is not a results folder.</exception>
    public static IReadOnlyList<Fault> ChangedFiles(string folder)
    {
        var manifest = RunTable.ManifestOf(folder).Hashes.Select(h => (File: h.Key, Hash: h.Value, Source: "manifest.json"));
        var sums = HashSums.Read(folder).Select(h => (File: h.Key, Hash: h.Value, Source: HashSums.FileName));
        var own = Path.Combine(folder, RunManifest.FileName);
        var changed = SelfHash.Holds(File.ReadAllText(own)) ? [] : (Fault[])[new(FaultKind.FileChanged, own, "it does not have the hash that it states of itself")];
        return [.. changed, .. manifest.Concat(sums).SelectMany(h => FaultOf(Path.Combine(folder, h.File), h.Hash, FaultKind.FileChanged, $"it does not have the hash that {h.Source} states"))];
    }

    /// <summary>
    /// Files of a folder that neither its manifest nor SHA256SUMS lists and that are no shard: somebody put them there. Hidden files are locks and
    /// marks of file systems.
    /// </summary>
    /// <param name="folder">The results folder.</param>
    /// <exception cref="StoreException">It is not a results folder.</exception>
    public static IReadOnlyList<string> UnlistedFiles(string folder)
    {
        HashSet<string> listed = [.. RunTable.ManifestOf(folder).Hashes.Keys, .. HashSums.Read(folder).Keys, RunManifest.FileName, HashSums.FileName];
        listed.UnionWith(
            from shard in ShardFile.FoldersIn(folder)
            from file in (string[])[ShardFile.Receipt, ResultTables.Runs, RecordFiles.Events, RecordFiles.Series]
            select $"shards/{Path.GetFileName(shard)}/{file}");
        var found = from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    let path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
                    where !listed.Contains(path) && !path.Split('/').Any(name => name[0] == '.')
                    select path;
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>What is wrong with a file that is to have a hash.</summary>
    internal static IEnumerable<Fault> FaultOf(string file, string hash, FaultKind kind, string what) =>
        !File.Exists(file) ? [new Fault(FaultKind.FileMissing, file, "it is not there")]
        : ShardFile.HashOf(file) != hash ? [new Fault(kind, file, what)]
        : [];

    private static (long Replayed, IEnumerable<Fault> Faults) ReplaySample(
        RunPlan plan, ShardSet shards, VerificationOptions options, CancellationToken cancellation)
    {
        var chosen = RunSample.Of(plan.Count, options.Sample, options.Seed);
        var faults = new ConcurrentBag<(long Index, Fault Fault)>();
        var replayed = 0L;
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Workers > 0 ? options.Workers : Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        Func<(WorldEngine Engine, RunRecorder Recorder)> bench = () => (new WorldEngine(), new RunRecorder(plan.Outputs, plan.Model.OwnMetrics));
        Parallel.For(0, shards.Count, parallel, bench, (shard, _, local) =>
        {
            var (first, count) = shards.RangeOf(shard);
            if (!chosen.HasAny(first, count))
            {
                return local;
            }

            foreach (var row in shards.Read(shard).Where(r => r.Error is null && chosen.Has(r.RunIndex)))
            {
                cancellation.ThrowIfCancellationRequested();
                Interlocked.Increment(ref replayed);
                if (ReplayOf(plan, row, local.Engine, local.Recorder) is { } difference)
                {
                    faults.Add((row.RunIndex, new Fault(FaultKind.ReplayDiffers, row.RunId, difference)));
                }
            }

            return local;
        }, _ => { });
        return (replayed, faults.OrderBy(f => f.Index).Select(f => f.Fault));
    }

    private static string? ReplayOf(RunPlan plan, RunRow row, WorldEngine engine, RunRecorder recorder)
    {
        var planned = plan[row.RunIndex];
        try
        {
            var result = Replay.Run(planned, row, engine, recorder, plan.Model.Outputs);
            return result.Agrees ? null : string.Join("; ", result.Differences.Select(d => $"{d.Column}: stored {d.Stored}, replayed {d.Replayed}"));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return RunRow.Failed(planned, error).Error;
        }
    }
}
