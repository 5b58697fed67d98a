using System.Xml.Linq;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.GraphFiles;

/// <summary>
/// Reads GraphML (http://graphml.graphdrawing.org) as networkx, igraph, Gephi and yEd write it: data by the names of their keys, with the
/// defaults of these.
/// </summary>
internal static class GraphMl
{
    public static NetworkFile? Read(string file, string text, ProblemLog log)
    {
        if (NetworkXml.Load(file, text, "graphml", "GraphML", log) is not { } root || NetworkXml.OnlyGraph(file, root, log) is not { } graph)
        {
            return null;
        }

        foreach (var twin in NetworkXml.Children(root, "key").GroupBy(k => (string?)k.Attribute("id") ?? "").Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            log.Add(NetworkXml.PlaceOf(file, twin.Last()), "network", $"the key \"{twin.Key}\" stands twice; ids of keys are unique");
        }

        var (forNodes, forTies) = (Keys(file, root, "node", log), Keys(file, root, "edge", log));
        foreach (var many in NetworkXml.Children(graph, "hyperedge"))
        {
            log.Add(NetworkXml.PlaceOf(file, many), "network", "a hyperedge is not supported: a tie has two ends. Write a tie for each pair");
        }

        var nodes = NetworkXml.Children(graph, "node").Select(n => Node(file, n, forNodes, log)).ToArray();
        var isDirected = (string?)graph.Attribute("edgedefault") == "directed";
        var ties = NetworkXml.Children(graph, "edge")
            .Select(e => Row(file, e, forTies, ["source", "target"], log) with { IsDirected = Flag(e.Attribute("directed")) });
        return new NetworkFile(isDirected, nodes, [.. ties]);
    }

    private static NetworkRow Node(string file, XElement node, Dictionary<string, Key> keys, ProblemLog log)
    {
        if (NetworkXml.Children(node, "graph").FirstOrDefault() is { } inner)
        {
            log.Add(NetworkXml.PlaceOf(file, node), "network", $"the node \"{(string?)node.Attribute("id")}\" is a group with a graph of its own (line {NetworkXml.PlaceOf(file, inner).Line}); groups are not people and are not read. Ungroup the nodes, and keep the group's name as data of each");
        }

        var row = Row(file, node, keys, ["id"], log);

        // yEd keeps what people read in the drawing.
        var label = node.Descendants().FirstOrDefault(e => e.Name.LocalName == "NodeLabel")?.Value.Trim();
        return string.IsNullOrEmpty(label) || row.Values.ContainsKey("label")
            ? row : row with { Values = new Dictionary<string, string>(row.Values) { ["label"] = label } };
    }

    private static Dictionary<string, Key> Keys(string file, XElement root, string part, ProblemLog log)
    {
        var keys = new Dictionary<string, Key>();
        foreach (var element in NetworkXml.Children(root, "key")
            .Where(k => (string?)k.Attribute("for") is null or "all" || (string?)k.Attribute("for") == part))
        {
            if ((string?)element.Attribute("id") is not { Length: > 0 } id)
            {
                log.Add(NetworkXml.PlaceOf(file, element), "network", $"a key for {part}s has no id; data refers to keys by it");
                continue;
            }

            // Graphics of yEd have no name: they are for drawing.
            var isGraphics = element.Attributes().Any(a => a.Name.LocalName.StartsWith("yfiles", StringComparison.Ordinal));
            var name = (string?)element.Attribute("attr.name") ?? (isGraphics ? "" : id);
            var standard = NetworkXml.Children(element, "default").FirstOrDefault()?.Value;
            keys.TryAdd(id, new Key(name, standard));
        }

        return keys;
    }

    private static NetworkRow Row(string file, XElement element, Dictionary<string, Key> keys, string[] attributes, ProblemLog log)
    {
        var values = attributes.ToDictionary(a => a, a => (string?)element.Attribute(a) ?? "");
        foreach (var key in keys.Values.Where(k => k.Default is { Length: > 0 } && k.Name.Length > 0))
        {
            values.TryAdd(key.Name, key.Default!);
        }

        foreach (var data in NetworkXml.Children(element, "data"))
        {
            var id = (string?)data.Attribute("key") ?? "";
            if (!keys.TryGetValue(id, out var key))
            {
                log.Add(NetworkXml.PlaceOf(file, data), "network", $"data refers to the key \"{id}\", which is not declared for {element.Name.LocalName}s", Spelling.Nearest(id, keys.Keys));
            }
            else if (key.Name.Length > 0 && !attributes.Contains(key.Name))
            {
                values[key.Name] = data.Value;
            }
        }

        var place = NetworkXml.PlaceOf(file, element);
        return new NetworkRow(file, place.Line, place.Column, values);
    }

    private static bool? Flag(XAttribute? attribute) => attribute?.Value.ToUpperInvariant() switch { "TRUE" => true, "FALSE" => false, _ => null };

    private sealed record Key(string Name, string? Default);
}
