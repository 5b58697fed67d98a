using System.Xml.Linq;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.GraphFiles;

/// <summary>Reads GEXF (https://gexf.net) as Gephi and networkx write it: labels, weights, and attributes by their titles.</summary>
internal static class Gexf
{
    public static NetworkFile? Read(string file, string text, ProblemLog log)
    {
        if (NetworkXml.Load(file, text, "gexf", "GEXF", log) is not { } root || NetworkXml.OnlyGraph(file, root, log) is not { } graph)
        {
            return null;
        }

        if ((string?)graph.Attribute("mode") == "dynamic")
        {
            log.Add(NetworkXml.PlaceOf(file, graph), "network", "the graph is dynamic: nodes and ties come and go, which is not read. Export the network of one time");
        }

        var (forNodes, forTies) = (Titles(graph, "node"), Titles(graph, "edge"));
        var nodes = NetworkXml.Children(graph, "nodes").SelectMany(n => NetworkXml.Children(n, "node")).ToArray();
        foreach (var group in nodes.Where(n => NetworkXml.Children(n, "nodes").Any() || n.Attribute("pid") is not null))
        {
            log.Add(NetworkXml.PlaceOf(file, group), "network", $"the node \"{(string?)group.Attribute("id")}\" is part of a hierarchy; groups are not people and are not read. Flatten the network");
        }

        var ties = NetworkXml.Children(graph, "edges").SelectMany(e => NetworkXml.Children(e, "edge"));
        var isDirected = (string?)graph.Attribute("defaultedgetype") == "directed";
        return new NetworkFile(
            isDirected,
            [.. nodes.Select(n => Row(file, n, forNodes, ["id", "label"]))],
            [.. ties.Select(e => Row(file, e, forTies, ["source", "target", "weight", "label"]) with { IsDirected = Direction(e) })]);
    }

    private static bool? Direction(XElement tie) => (string?)tie.Attribute("type") switch { "directed" => true, "undirected" or "mutual" => false, _ => null };

    private static Dictionary<string, (string Title, string? Default)> Titles(XElement graph, string part) =>
        NetworkXml.Children(graph, "attributes").Where(a => (string?)a.Attribute("class") == part)
            .SelectMany(a => NetworkXml.Children(a, "attribute"))
            .GroupBy(a => (string?)a.Attribute("id") ?? "")
            .ToDictionary(g => g.Key, g => ((string?)g.First().Attribute("title") ?? g.Key, NetworkXml.Children(g.First(), "default").FirstOrDefault()?.Value));

    private static NetworkRow Row(string file, XElement element, Dictionary<string, (string Title, string? Default)> titles, string[] attributes)
    {
        var values = attributes.Where(a => element.Attribute(a) is not null).ToDictionary(a => a, a => element.Attribute(a)!.Value);
        foreach (var (title, standard) in titles.Values.Where(t => t.Default is not null))
        {
            values.TryAdd(title, standard!);
        }

        foreach (var value in NetworkXml.Children(element, "attvalues").SelectMany(a => NetworkXml.Children(a, "attvalue")))
        {
            var id = (string?)value.Attribute("for") ?? (string?)value.Attribute("id") ?? "";
            var title = titles.TryGetValue(id, out var named) ? named.Title : id;
            if (!attributes.Contains(title))
            {
                values[title] = (string?)value.Attribute("value") ?? "";
            }
        }

        var place = NetworkXml.PlaceOf(file, element);
        return new NetworkRow(file, place.Line, place.Column, values);
    }
}
