using System.Collections.Concurrent;
using System.Globalization;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// Which folders hold which shard, from one listing of their folder: on a network file system a listing for every shard is what
/// reading many shares costs.
/// </summary>
internal sealed class ShardListing
{
    private const string Whole = "s=";
    private const string Part = "part=";

    private readonly ConcurrentDictionary<int, string[]> _places;

    private ShardListing(IEnumerable<KeyValuePair<int, string[]>> places) => _places = new(places);

    /// <summary>The shards of which something is there, in order.</summary>
    public IEnumerable<int> Shards => _places.Keys.Order();

    /// <summary>Lists a folder of shards; one that is not there holds none.</summary>
    public static ShardListing Of(string shards)
    {
        var folders = LateFile.Try(() => Directory.Exists(shards) ? Directory.GetDirectories(shards, "*=*") : []);
        return new(
            from folder in folders
            let shard = ShardOf(Path.GetFileName(folder))
            where shard is not null
            group folder by shard.Value into places
            select KeyValuePair.Create(places.Key, places.Order(StringComparer.Ordinal).ToArray()));
    }

    /// <summary>The folders that hold a shard or a part of it, parts first.</summary>
    public IReadOnlyList<string> Of(int shard) => _places.GetValueOrDefault(shard) ?? [];

    /// <summary>Says what a commit has made of a shard.</summary>
    public void Put(int shard, string[] places) => _places[shard] = places;

    // s=00042 and part=00042-…: numbers of more than five digits are longer.
    private static int? ShardOf(string name)
    {
        var digits = name.StartsWith(Whole, StringComparison.Ordinal) ? name[Whole.Length..]
            : name.StartsWith(Part, StringComparison.Ordinal) ? name[Part.Length..].Split('-')[0]
            : "";
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var shard) ? shard : null;
    }
}
