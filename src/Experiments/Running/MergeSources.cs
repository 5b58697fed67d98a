using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Running;

/// <summary>
/// The folders that a merge takes runs from. Each is listed once, and a shard asks only those that have runs of it: asking every
/// folder for every shard would cost shards × shares listings, hundreds of millions for ten thousand of each.
/// </summary>
internal sealed class MergeSources
{
    private readonly RunStore _target;
    private readonly ILookup<int, (ShardSet Source, int Shard)> _places;

    private MergeSources(RunStore target, ILookup<int, (ShardSet Source, int Shard)> places) => (_target, _places) = (target, places);

    /// <summary>Lists what the sources hold.</summary>
    /// <param name="plan">The plan of the experiment.</param>
    /// <param name="sources">The folders.</param>
    /// <param name="manifests">Their manifests, in their order.</param>
    /// <param name="target">The store that takes the runs.</param>
    public static MergeSources Of(RunPlan plan, IReadOnlyList<string> sources, IReadOnlyList<RunManifest> manifests, RunStore target)
    {
        var columns = new RunColumns(plan.Points, plan.Model.Outputs);
        var places =
            from pair in sources.Zip(manifests)
            let source = SetOf(pair.First, pair.Second, plan, columns)
            from shard in source.Present
            where shard < source.Count
            let range = source.RangeOf(shard)
            let first = target.ShardOf(range.First)
            from place in Enumerable.Range(first, target.ShardOf(range.First + range.Count - 1) - first + 1)
            select (place, source, shard);
        return new(target, places.ToLookup(p => p.place, p => (p.source, p.shard)));
    }

    /// <summary>The runs that the sources have of a shard of the target.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="report">Receives why something that is there is not trusted.</param>
    public IEnumerable<RunRow> RowsOf(int shard, Action<string>? report)
    {
        var (first, count) = _target.RangeOf(shard);
        return
            from place in _places[shard]
            from row in place.Source.Read(place.Shard, (folder, reason) => report?.Invoke($"{folder} is not used: {reason}"))
            where row.RunIndex >= first && row.RunIndex < first + count
            select row;
    }

    private static ShardSet SetOf(string source, RunManifest manifest, RunPlan plan, RunColumns columns)
    {
        var set = new ShardSet(source, plan, columns, manifest.ShardSize);
        return set.Misfit() is { } misfit ? throw RunManifest.Inconsistent(source, $"shardSize {manifest.ShardSize}", misfit) : set;
    }
}
