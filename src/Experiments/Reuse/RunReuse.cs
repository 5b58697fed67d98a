using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Reuse;

/// <summary>
/// Takes runs that a plan needs from other results folders, so that an experiment that grows runs only what is new. What is taken is committed shard by
/// shard, as runs are: a session that is stopped or killed meanwhile loses nothing.
/// </summary>
/// <param name="sources">The folders; of two that have a run the first gives it.</param>
/// <param name="say">Receives how many runs were taken from where.</param>
/// <param name="warn">Receives what is not trusted.</param>
public sealed class RunReuse(IReadOnlyList<ReuseSource> sources, Action<string>? say = null, Action<string>? warn = null)
{
    /// <summary>The runs that each source has of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<(ReuseSource Source, long Runs)> Count(RunPlan plan, CancellationToken cancellation = default)
    {
        const int Batch = 100_000;
        ArgumentNullException.ThrowIfNull(plan);
        var counts = new long[sources.Count];
        var most = sources.Sum(s => s.Runs);
        for (var first = 0L; first < plan.Count && counts.Sum() < most; first += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            Find(plan, Range(first, Math.Min(Batch, plan.Count - first)), onlyIds: true, counts);
        }

        return [.. sources.Zip(counts).Where(s => s.Second > 0)];
    }

    /// <summary>Takes the runs that are missing in a store and that a source has.</summary>
    /// <param name="plan">The plan of the store.</param>
    /// <param name="store">The store.</param>
    /// <param name="from">First run that is wanted.</param>
    /// <param name="end">The run before which the wanted ones end.</param>
    /// <param name="cancellation">Stops after the shard that is being taken.</param>
    /// <returns>How many runs were taken.</returns>
    internal long Take(RunPlan plan, RunStore store, long from, long end, CancellationToken cancellation)
    {
        var taken = new long[sources.Count];
        for (var shard = 0; sources.Count > 0 && shard < store.ShardCount && !cancellation.IsCancellationRequested; shard++)
        {
            var (first, count) = store.RangeOf(shard);
            if (first < end && from < first + count && store.ClaimOf(shard).Done < count)
            {
                Take(plan, store, shard, Range(Math.Max(first, from), Math.Min(first + count, end) - Math.Max(first, from)), taken);
            }
        }

        foreach (var (source, runs) in sources.Zip(taken).Where(s => s.Second > 0))
        {
            say?.Invoke(Invariant($"{runs} of {end - from} runs taken from {source.Folder}"));
        }

        return taken.Sum();
    }

    private void Take(RunPlan plan, RunStore store, int shard, IEnumerable<long> wanted, long[] taken)
    {
        var rows = new SortedDictionary<long, RunRow>(store.ReadShard(shard).ToDictionary(r => r.RunIndex));
        var counts = new long[sources.Count];
        var found = Find(plan, wanted.Where(run => !rows.TryGetValue(run, out var row) || row.Error is not null), onlyIds: false, counts);
        if (found.Count == 0)
        {
            return;
        }

        foreach (var row in found)
        {
            rows[row.RunIndex] = row;
        }

        store.Commit(shard, [.. rows.Values]);
        store.AddReused(sources.Zip(counts).Where(s => s.Second > 0).Select(s => s.First.Taken(store.Folder, s.Second)));
        for (var k = 0; k < taken.Length; k++)
        {
            taken[k] += counts[k];
        }
    }

    private List<RunRow> Find(RunPlan plan, IEnumerable<long> wanted, bool onlyIds, long[] counts)
    {
        List<PlannedRun> missing = [.. wanted.Select(run => plan[run])];
        var found = new List<RunRow>();
        for (var k = 0; k < sources.Count && missing.Count > 0; k++)
        {
            // In the order of the source each of its shards is read once.
            var rows =
                from run in missing
                from place in sources[k].PlacesOf(run)
                orderby place
                let row = sources[k].RunAt(place, run, onlyIds, warn)
                where row is not null
                select row;
            var news = rows.DistinctBy(r => r.RunIndex).ToDictionary(r => r.RunIndex);
            missing.RemoveAll(run => news.ContainsKey(run.Index));
            found.AddRange(news.Values);
            counts[k] += news.Count;
        }

        return found;
    }

    private static IEnumerable<long> Range(long first, long count)
    {
        for (var run = first; run < first + count; run++)
        {
            yield return run;
        }
    }
}
