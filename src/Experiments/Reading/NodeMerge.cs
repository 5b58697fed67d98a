using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Lays one mapping over another, and spells dotted keys as nested ones.</summary>
internal static class NodeMerge
{
    // A factor is spelled in one of these ways.
    private static readonly string[] Spellings = ["levels", "range", "distribution"];

    /// <summary>
    /// The mapping below with the one above laid over it: mappings merge, all else is replaced, and so is a mapping of another kind or a
    /// factor that is spelled another way.
    /// </summary>
    public static MapNode Over(MapNode below, MapNode above)
    {
        var entries = below.Entries.ToList();
        foreach (var entry in above.Entries)
        {
            var at = entries.FindIndex(e => e.Key == entry.Key);
            if (at < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[at] = entry with { Value = Over(entries[at].Value, entry.Value) };
            }
        }

        return above with { Entries = entries };
    }

    /// <summary>A value with the dotted keys of its mappings nested.</summary>
    public static Node Nested(Node value, ProblemLog log) => value is MapNode map ? Nest(map, log) : value;

    /// <summary>Nests dotted keys: <c>channels.remote: 0.5</c> becomes <c>channels: {remote: 0.5}</c>.</summary>
    public static MapNode Nest(MapNode map, ProblemLog log)
    {
        var nested = new MapNode(map.Place, []);
        foreach (var entry in map.Entries)
        {
            var value = entry.Value is MapNode child ? Nest(child, log) : entry.Value;
            var segments = entry.Key.Split('.');
            for (var k = segments.Length - 1; k > 0; k--)
            {
                value = new MapNode(entry.Place, [new MapEntry(segments[k], entry.Place, value)]);
            }

            var top = entry with { Key = segments[0], Value = value };
            if (nested.Entries.FirstOrDefault(e => e.Key == top.Key) is { } twin && Clash(twin.Value, top.Value, top.Key) is { } clash)
            {
                log.Add(entry.Place, clash, $"duplicate key \"{clash}\"; it stands in line {twin.Place.Line} already");
            }

            nested = Over(nested, new MapNode(map.Place, [top]));
        }

        return nested;
    }

    private static Node Over(Node below, Node above) =>
        below is MapNode a && above is MapNode b && (b["kind"] is null || KindOf(a) == KindOf(b)) && (SpellingOf(b) is null || SpellingOf(a) == SpellingOf(b))
            ? Over(a, b)
            : above;

    private static string? SpellingOf(MapNode map) => Array.Find(Spellings, spelling => map[spelling] is not null);

    private static string? KindOf(MapNode map) => (map["kind"] as ScalarNode)?.Text;

    // The path at which two mappings set the same thing twice.
    private static string? Clash(Node first, Node second, string path)
    {
        if (first is not MapNode a || second is not MapNode b)
        {
            return path;
        }

        return b.Entries
            .Select(e => a[e.Key] is { } twin ? Clash(twin, e.Value, $"{path}.{e.Key}") : null)
            .FirstOrDefault(c => c is not null);
    }
}
