using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Storing;

/// <summary>The runs in the shards of any results folder, read without its plan. Whether a run is the one that is looked for, its id tells.</summary>
/// <param name="folder">The results folder.</param>
/// <param name="shardSize">Runs per shard, by its manifest.</param>
/// <param name="outputs">The outputs to read.</param>
/// <param name="records">What to read beside them.</param>
internal sealed class KeptRuns(string folder, int shardSize, IReadOnlyList<Output> outputs, RunOutputs records)
{
    private static readonly Dictionary<long, RunRow> Nothing = [];
    private readonly RecordFiles _records = RecordFiles.ToRead(records);
    private readonly string _shards = Path.Combine(folder, "shards");
    private readonly HashSet<string> _refused = [];
    private ShardListing? _listing;
    private (int Shard, Dictionary<long, RunRow> Rows) _last = (-1, Nothing);

    /// <summary>The shard that a run belongs to.</summary>
    public int ShardOf(long run) => (int)(run / shardSize);

    /// <summary>The runs of a shard that finished, by their positions in the plan of the folder. What was read last is kept.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="report">Receives every place that is not trusted, once, and why.</param>
    public IReadOnlyDictionary<long, RunRow> Of(int shard, Action<string>? report)
    {
        if (_last.Shard == shard)
        {
            return _last.Rows;
        }

        var untrusted = new List<(string Place, string Reason)>();
        var places = Places(shard);
        var rows = Read(places, untrusted);

        // A session at work may have put others in their place.
        if (untrusted.Count > 0)
        {
            _listing = null;
            if (!places.SequenceEqual(Places(shard)))
            {
                untrusted.Clear();
                rows = Read(Places(shard), untrusted);
            }
        }

        foreach (var (place, reason) in untrusted.Where(u => _refused.Add(u.Place)))
        {
            report?.Invoke($"nothing is taken from {place}: {reason}");
        }

        _last = (shard, rows);
        return rows;
    }

    private IReadOnlyList<string> Places(int shard) => (_listing ??= ShardListing.Of(_shards)).Of(shard);

    private Dictionary<long, RunRow> Read(IReadOnlyList<string> places, List<(string Place, string Reason)> untrusted)
    {
        var rows = new Dictionary<long, RunRow>();
        foreach (var place in places)
        {
            if (ShardFile.ReadIntact(place, outputs, _records, acceptsOlder: false, out var reason) is not { } found)
            {
                untrusted.Add((place, reason));
                continue;
            }

            foreach (var row in found.Where(r => r.Error is null))
            {
                rows[row.RunIndex] = row;
            }
        }

        return rows;
    }
}
