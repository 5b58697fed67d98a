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
/// <param name="Done">Runs that finished.</param>
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
    /// <summary>Runs that finished.</summary>
    public long Done => Points.Sum(p => p.Done);

    /// <summary>Runs that failed.</summary>
    public long Failed => Points.Sum(p => p.Failed);

    /// <summary>Runs that are not there.</summary>
    public long Missing => Points.Sum(p => p.Missing);

    /// <summary>Who is working in a folder now, as host:process; null when nobody is, as far as the locks of its file system say.</summary>
    public static string? WorkerIn(string folder) => FolderLock.HolderOf(folder);

    /// <summary>Counts the runs of a share that the receipts in a folder state, without reading them: quick enough to ask thousands of shares.</summary>
    /// <param name="folder">The results folder; one that is not there, or has no manifest yet, holds none.</param>
    /// <param name="plan">The plan it belongs to.</param>
    /// <param name="first">First run of the share.</param>
    /// <param name="count">How many it has.</param>
    public static (long Done, long Failed) Claimed(string folder, RunPlan plan, long first, long count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (count == 0 || !Directory.Exists(folder) || RunManifest.Read(folder) is not { } manifest)
        {
            return (0, 0);
        }

        var shards = new ShardSet(folder, plan, new RunColumns(plan.Points, plan.Model.Outputs), manifest.ShardSize);
        ShardClaim[] claims = [.. shards.Present.Where(s => s < shards.Count && IsOf(shards.RangeOf(s))).Select(s => Counted(shards, s))];
        return (claims.Sum(c => c.Done), claims.Sum(c => c.Failed));

        bool IsOf((long First, int Count) range) => range.First < first + count && first < range.First + range.Count;

        // A shard that also has runs of an earlier stage is read: its receipt counts those, too.
        ShardClaim Counted(ShardSet set, int shard)
        {
            if (plan is not ExperimentPlan { Stages.Count: > 1 } || set.RangeOf(shard).First >= first)
            {
                return set.ClaimOf(shard);
            }

            RunRow[] rows = [.. set.Read(shard).Where(r => r.RunIndex >= first && r.RunIndex < first + count)];
            return new(rows.Count(r => r.Error is null), rows.Count(r => r.Error is not null));
        }
    }

    /// <summary>Counts what is there; changes nothing.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="plan">The plan it belongs to.</param>
    /// <exception cref="StoreException">It is not a results folder.</exception>
    public static StoreStatus Of(string folder, RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var manifest = RunTable.ManifestOf(folder);
        var worker = FolderLock.HolderOf(folder);
        var untrusted = new List<UntrustedShard>();
        var (done, failed, missing) = (new long[plan.Points.Count], new long[plan.Points.Count], new long[plan.Points.Count]);
        var shards = new ShardSet(folder, plan, new RunColumns(plan.Points, plan.Model.Outputs), manifest.ShardSize, acceptsOlder: true);
        if (shards.Misfit() is { } misfit)
        {
            throw RunManifest.Inconsistent(folder, $"shardSize {manifest.ShardSize}", misfit);
        }

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
