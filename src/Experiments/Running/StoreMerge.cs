using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Running;

/// <summary>Brings the runs of an experiment that were made in several folders, on several machines say, together in one.</summary>
public static class StoreMerge
{
    /// <summary>Takes the runs that other folders have into a store; the other folders are only read.</summary>
    /// <param name="plan">The plan of the experiment.</param>
    /// <param name="store">The store that takes them.</param>
    /// <param name="sources">Results folders of the same experiment.</param>
    /// <param name="options">The command line, how the plan grows, whom to report to, the clock; the rest has no meaning here.</param>
    /// <exception cref="StoreException">A source is of another experiment, or has another result for a run: something that is not hashed differed between the
    /// machines.</exception>
    public static SweepResult Merge(RunPlan plan, RunStore store, IReadOnlyList<string> sources, SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return Take(plan, store, sources, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotWritable, $"{store.Folder} cannot be written: {error.Message} What was merged before is kept: make room and run the same command again", error);
        }
    }

    private static SweepResult Take(RunPlan plan, RunStore store, IReadOnlyList<string> sources, SweepOptions options)
    {
        var started = options.Clock.GetTimestamp();
        var session = RunManifest.StartSession(options.Clock.GetUtcNow(), 0, options.Arguments);
        RunManifest[] manifests = [.. sources.Select(source => ManifestOf(source, store.Manifest))];
        var shares = MergeSources.Of(plan, sources, manifests, store);
        ShardClaim[] claims = [.. Enumerable.Range(0, store.ShardCount).Select(store.ClaimOf)];
        store.AddSessions(manifests.SelectMany(m => m.Sessions));
        store.AddStatements(manifests.SelectMany(m => m.Statements ?? []));
        store.MergeReused(sources.Zip(manifests, (source, m) => (source, m.Reused ?? [])));
        store.WriteManifest(session, claims.Sum(c => c.Done), claims.Sum(c => c.Failed), started: true);
        var (done, failed, taken) = (0L, 0L, 0L);
        for (var shard = 0; shard < store.ShardCount; shard++)
        {
            var rows = new SortedDictionary<long, RunRow>(store.ReadShard(shard, options.Report).ToDictionary(r => r.RunIndex));
            var news = shares.RowsOf(shard, options.Report).Count(row => Add(rows, row));
            if (news > 0)
            {
                store.Commit(shard, [.. rows.Values]);
            }

            taken += news;
            done += rows.Values.Count(r => r.Error is null);
            failed += rows.Values.Count(r => r.Error is not null);
        }

        // Whether that is enough is decided over the runs of all sources.
        var next = done + failed == plan.Count ? options.Grow?.Invoke(plan, store) : null;
        if (next is not null)
        {
            store.Grow(next);
        }

        var result = new SweepResult(done, failed, (next ?? plan).Count, taken, options.Clock.GetElapsedTime(started));
        if (result.IsComplete)
        {
            store.WriteTables();
        }

        store.WriteManifest(session with { Ended = options.Clock.GetUtcNow(), RunsDone = taken }, done, failed, started: false);
        return result;
    }

    private static RunManifest ManifestOf(string source, RunManifest target)
    {
        var manifest = RunTable.ManifestOf(source);
        return manifest.ExperimentId == target.ExperimentId && manifest.ModelRevision == target.ModelRevision
            ? manifest
            : throw new StoreException(
                StoreProblem.OtherExperiment,
                $"{source} holds experiment {manifest.ExperimentId} of model revision {manifest.ModelRevision}, not {target.ExperimentId} of revision {target.ModelRevision}; nothing was changed");
    }

    private static bool Add(SortedDictionary<long, RunRow> rows, RunRow row)
    {
        if (!rows.TryGetValue(row.RunIndex, out var known) || (known.Error is not null && row.Error is null))
        {
            rows[row.RunIndex] = row;
            return true;
        }

        if (known.Error is null && row.Error is null && RowDifference.Between(known, row).FirstOrDefault() is { Column: not null } difference)
        {
            throw new StoreException(
                StoreProblem.Contradiction,
                $"run {row.RunId} has two results that differ in {difference.Column}: {difference.First} and {difference.Second}; {ShellText.Program} replay shows which one this machine gives. What was merged before is kept");
        }

        return false;
    }
}
