using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Reads an experiment with several designs: <c>designs: {screening: {design: morris, analyses: [morris]}, variance: {design: saltelli}}</c>. Each is laid
/// over the rest of the file, and is then an experiment of its own with the same name, question and expectation.
/// </summary>
/// <param name="log">Where problems go.</param>
internal sealed class DesignsReader(ProblemLog log)
{
    /// <summary>The key of an experiment.</summary>
    public const string Key = "designs";

    private const string Design = "design";
    private const string Factors = "factors";

    // What they have in common is what the experiment asks, and what its runs are of.
    private static readonly string[] Allowed =
    [
        "baseline", "changes", Factors, ZipReader.Key, "constraints", Design, "replicates", "seed", "seeds", "seeding", "outputs", "analyses", "figures",
    ];

    /// <summary>The experiments, by the names of their designs; an experiment with one design has no name.</summary>
    public IReadOnlyList<(string Name, MapNode Root)> Read(MapNode root)
    {
        if (root[Key] is null or ScalarNode { IsEmpty: true })
        {
            return [("", root)];
        }

        if (root[Key] is not MapNode { Entries.Count: > 0 } designs || designs.Entries.Any(e => e.Value is not MapNode))
        {
            var wrong = (root[Key] as MapNode)?.Entries.FirstOrDefault(e => e.Value is not MapNode)?.Value ?? root[Key]!;
            log.Add(wrong.Place, Key, $"{Key} has {NodeTree.Describe(wrong)}; allowed is a mapping of names, each with a design and what goes with it, "
                + $"as in {Key}: {{screening: {{design: {{kind: morris}}, analyses: [morris]}}}}");
            return [];
        }

        foreach (var entry in designs.Entries.SelectMany(d => ((MapNode)d.Value).Entries.Where(e => !Allowed.Contains(e.Key)).Select(e => (d, e))))
        {
            log.AddUnknownKey(entry.e, $"{Key}.{entry.d.Key}", Allowed);
        }

        var common = root with { Entries = [.. root.Entries.Where(e => e.Key is not (Key or Design))] };
        return [.. Chosen(root[Design], designs).Select(d => (d.Key, Over(common, d.Key, (MapNode)d.Value)))];
    }

    /// <summary>Its JSON Schema: keys as they stand at the top.</summary>
    public static JsonObject Schema()
    {
        var properties = new JsonObject(Allowed.Select(key => KeyValuePair.Create<string, JsonNode?>(key, Reference(key))));
        properties[Factors] = new JsonObject { ["anyOf"] = new JsonArray(Reference(Factors), SchemaParts.ListOf(SchemaParts.Text("Path of a factor of the file"))) };
        return new()
        {
            ["description"] = "Several designs of one experiment, by name, in the place of design: each laid over the rest of the file, with analyses of its own",
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties },
        };

        static JsonObject Reference(string key) => new() { ["$ref"] = $"#/properties/{key}" };
    }

    // Beside designs, the key design names one of them.
    private IEnumerable<MapEntry> Chosen(Node? design, MapNode designs)
    {
        if (design is null or ScalarNode { IsEmpty: true })
        {
            return designs.Entries;
        }

        if (designs.Entries.FirstOrDefault(e => e.Key == (design as ScalarNode)?.Text) is { } chosen)
        {
            return [chosen];
        }

        var names = designs.Entries.Select(e => e.Key);
        log.Add(design.Place, Design, $"{Design} is {NodeTree.Describe(design)}; beside {Key} it names the one to take, and allowed are {string.Join(", ", names)}", design is ScalarNode { Text: var text } ? Spelling.Nearest(text, names) : null);
        return [];
    }

    private MapNode Over(MapNode common, string name, MapNode own)
    {
        var above = new List<MapEntry>();
        foreach (var entry in own.Entries)
        {
            above.Add(entry switch
            {
                { Key: "baseline" } => entry with { Value = NodeMerge.Nested(entry.Value, log) },
                { Key: Factors, Value: ListNode list } => entry with { Value = Selected(list, common[Factors] as MapNode, name) },
                _ => entry,
            });
        }

        var below = common with { Entries = [.. common.Entries.Where(e => !IsReplaced(e.Key, own))] };
        return NodeMerge.Over(below, own with { Entries = above });
    }

    // A list of factors takes the place of all; seeds that of seed and replicates.
    private static bool IsReplaced(string key, MapNode own) =>
        (key == Factors && own[Factors] is ListNode)
        || (key is "seed" or "replicates" && own["seeds"] is not null)
        || (key == "seeds" && (own["seed"] ?? own["replicates"]) is not null);

    private MapNode Selected(ListNode list, MapNode? factors, string name)
    {
        var selected = new List<MapEntry>();
        foreach (var item in list.Items)
        {
            var path = (item as ScalarNode)?.Text ?? "";
            if (factors?.Entries.FirstOrDefault(e => e.Key == path) is { } factor)
            {
                selected.Add(factor);
            }
            else
            {
                string[] known = [.. (factors?.Entries ?? []).Select(e => e.Key)];
                log.Add(item.Place, $"{Key}.{name}.{Factors}", $"{NodeTree.Describe(item)} is not a factor of the file; allowed are {string.Join(", ", known)}", Spelling.Nearest(path, known));
            }
        }

        return new MapNode(list.Place, selected);
    }
}
