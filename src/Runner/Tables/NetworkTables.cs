using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Runner.Tables;

/// <summary>The measures of a network and of its nodes, as text and as JSON.</summary>
/// <param name="Network">The network.</param>
/// <param name="Graph">The same without direction and weights.</param>
/// <param name="Paths">Its shortest paths.</param>
/// <param name="Directed">Measures with direction and weights; null where ties have neither.</param>
internal sealed record NetworkTables(OwnNetwork Network, Graph Graph, GraphPaths Paths, DirectedMeasures? Directed)
{
    private readonly NetworkMeasures _measures = NetworkMeasures.Of(Graph, Paths);

    public string ToJson() => JsonText.Of(new
    {
        Network = _measures,
        Directed = Directed is { } d
            ? new
            {
                Network.IsDirected,
                d.Density,
                d.Reciprocity,
                d.StrongComponents,
                d.LargestStrongComponent,
                d.TotalWeight,
                Nodes = Network.Names.Zip(d.Nodes, Named),
            }
            : null,
        Nodes = Nodes(),
        Network.Notes,
    }) + Environment.NewLine;

    public string ToText()
    {
        (string Name, double? Value)[] network =
        [
            ("nodes", _measures.Nodes), ("ties", _measures.Ties), ("density", _measures.Density), ("components", _measures.Components),
            ("nodes of the largest component", _measures.LargestComponent), ("degree centralization", _measures.DegreeCentralization),
            ("closeness centralization", _measures.ClosenessCentralization), ("betweenness centralization", _measures.BetweennessCentralization),
            ("eigenvector centralization", _measures.EigenvectorCentralization), ("average clustering", _measures.AverageClustering),
            ("transitivity", _measures.Transitivity), ("average path length", _measures.AveragePathLength), ("global efficiency", _measures.GlobalEfficiency),
            ("diameter", _measures.Diameter), ("radius", _measures.Radius), ("degree assortativity", _measures.DegreeAssortativity),
        ];
        return TextTable.OnTerminal(Listed(network)) + Environment.NewLine
            + TextTable.OnTerminal(ResultTable.Of("nodes", "Nodes", "", [.. Nodes()],
            [
                new(TableColumn.Label("node", "node"), n => n.Node),
                new(TableColumn.Measure("ties", "ties"), n => n.Ties),
                new(TableColumn.Measure("degree", "degree"), n => n.Degree),
                new(TableColumn.Measure("closeness", "closeness"), n => n.Closeness),
                new(TableColumn.Measure("betweenness", "betweenness"), n => n.Betweenness),
                new(TableColumn.Measure("eigenvector", "eigenvector"), n => n.Eigenvector),
                new(TableColumn.Measure("clustering", "clustering"), n => n.Clustering),
            ]))
            + (Directed is null ? "" : Environment.NewLine + DirectedText(Directed));
    }

    private string DirectedText(DirectedMeasures d)
    {
        (string Name, double? Value)[] network = Network.IsDirected
            ?
            [
                ("density, directed", d.Density), ("reciprocity", d.Reciprocity), ("strong components", d.StrongComponents),
                ("nodes of the largest strong component", d.LargestStrongComponent), ("total weight", d.TotalWeight),
            ]
            : [("total weight", d.TotalWeight / 2)];
        return TextTable.OnTerminal(Listed(network)) + Environment.NewLine
            + TextTable.OnTerminal(ResultTable.Of<(string Name, DirectedNode Of)>("directed-nodes", "Nodes along ties", "", [.. Network.Names.Zip(d.Nodes)],
            [
                new(TableColumn.Label("node", "node"), n => n.Name),
                new(TableColumn.Measure("inTies", "in ties"), n => n.Of.InTies),
                new(TableColumn.Measure("outTies", "out ties"), n => n.Of.OutTies),
                new(TableColumn.Measure("inStrength", "in strength"), n => n.Of.InStrength),
                new(TableColumn.Measure("outStrength", "out strength"), n => n.Of.OutStrength),
                new(TableColumn.Measure("inCloseness", "in closeness"), n => n.Of.InCloseness),
                new(TableColumn.Measure("outCloseness", "out closeness"), n => n.Of.OutCloseness),
                new(TableColumn.Measure("betweenness", "betweenness"), n => n.Of.Betweenness),
            ]));
    }

    private static object Named(string node, DirectedNode n) =>
        new { Node = node, n.InTies, n.OutTies, n.InStrength, n.OutStrength, n.InCloseness, n.OutCloseness, n.Betweenness };

    private IEnumerable<NodeMeasures> Nodes()
    {
        var (degree, closeness, betweenness) = (Centrality.Degree(Graph), Centrality.Closeness(Paths), Centrality.Betweenness(Paths));
        var (eigenvector, clustering) = (Centrality.Eigenvector(Graph), Clustering.Local(Graph));
        return Network.Names.Select(
            (name, k) => new NodeMeasures(name, Graph.Degree(k), degree[k], closeness[k], betweenness[k], eigenvector?[k], clustering[k]));
    }

    private static ResultTable Listed((string Name, double? Value)[] network) => ResultTable.Of("network", "Network", "", network,
    [
        new(TableColumn.Label("measure", "measure"), m => m.Name),
        new(TableColumn.Measure("value", "value"), m => m.Value),
    ]);

    private sealed record NodeMeasures(string Node, int Ties, double Degree, double Closeness, double Betweenness, double? Eigenvector, double Clustering);
}
