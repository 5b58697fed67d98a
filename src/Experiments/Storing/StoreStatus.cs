using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>A shard that is there and not trusted.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Reason">Why.</param>
public sealed record UntrustedShard(string Folder, string Reason);

/// <summary>What is there of a design point.</summary>
/// <param name="PointIndex">The design point.</param>
/// <param name="Done">Runs that came to their end.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="Missing">Runs that are not there.</param>
public sealed record PointStatus(int PointIndex, long Done, long Failed, long Missing);

/// <summary>
/// What is there of an experiment, counted from its shards, not from what the manifest says. While somebody is working in the
/// folder, it is what was there at some moment.
/// </summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Points">What is there of each design point.</param>
/// <param name="Untrusted">Shards that are there and would be run again.</param>
/// <param name="Worker">Who is working in the folder now, as host:process; null when nobody is.</param>
public sealed record StoreStatus(RunManifest Manifest, IReadOnlyList<PointStatus> Points, IReadOnlyList<UntrustedShard> Untrusted, string? Worker)
{
    /// <summary>Runs that came to their end.</summary>
    public long Done => Points.Sum(p => p.Done);

    /// <summary>Runs that failed.</summary>
    public long Failed => Points.Sum(p => p.Failed);

    /// <summary>Runs that are not there.</summary>
    public long Missing => Points.Sum(p => p.Missing);

    /// <summary>Counts what is there; changes nothing.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="plan">The plan it belongs to.</param>
    /// <exception cref="StoreException">It is no results folder.</exception>
    public static StoreStatus Of(string folder, RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var manifest = RunTable.ManifestOf(folder);
        var worker = FolderLock.HolderOf(folder);
        var untrusted = new List<UntrustedShard>();
        var (done, failed, missing) = (new long[plan.Points.Count], new long[plan.Points.Count], new long[plan.Points.Count]);
        var shards = new ShardSet(folder, plan, new RunColumns(plan.Points), manifest.ShardSize);
        for (var shard = 0; shard < shards.Count; shard++)
        {
            var (first, count) = shards.RangeOf(shard);
            var present = new bool[count];
            foreach (var row in shards.Read(shard, (place, reason) => untrusted.Add(new UntrustedShard(place, reason))))
            {
                present[row.RunIndex - first] = true;
                (row.Error is null ? done : failed)[row.PointIndex]++;
            }

            for (var k = 0; k < count; k++)
            {
                if (!present[k])
                {
                    missing[plan[first + k].Point.Index]++;
                }
            }
        }

        return new(manifest, [.. plan.Points.Select(p => new PointStatus(p.Index, done[p.Index], failed[p.Index], missing[p.Index]))], untrusted, worker);
    }
}
