namespace LeadershipSim.Simulation.Graphs;

/// <summary>
/// The shape of an undirected network as a whole. Centralizations compare the most central node with all others, over what a star of
/// the same size has: 0 all alike, 1 a star.
/// </summary>
/// <remarks>Freeman (1978), https://doi.org/10.1016/0378-8733(78)90021-7; clustering: Watts and Strogatz (1998), https://doi.org/10.1038/30918.</remarks>
public sealed record NetworkMeasures
{
    /// <summary>Number of nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>Number of ties.</summary>
    public required int Ties { get; init; }

    /// <summary>Ties over possible ties; null with one node.</summary>
    public double? Density { get; init; }

    /// <summary>Number of components.</summary>
    public required int Components { get; init; }

    /// <summary>Nodes of the largest component.</summary>
    public required int LargestComponent { get; init; }

    /// <summary>Degree centralization, Σ(max − d)/((n − 1)(n − 2)); null with fewer than three nodes, as are the others.</summary>
    public double? DegreeCentralization { get; init; }

    /// <summary>Closeness centralization, Σ(max − c)/((n − 1)(n − 2)/(2n − 3)); null when the network is in pieces.</summary>
    public double? ClosenessCentralization { get; init; }

    /// <summary>Betweenness centralization, Σ(max − b)/(n − 1).</summary>
    public double? BetweennessCentralization { get; init; }

    /// <summary>Eigenvector centralization, Σ(1 − v)/(n − 2), the largest v being 1; null when the network is in pieces.</summary>
    public double? EigenvectorCentralization { get; init; }

    /// <summary>Mean over nodes of the share of pairs of neighbours that are tied; nodes with fewer than two count 0.</summary>
    public required double AverageClustering { get; init; }

    /// <summary>Three times the triangles over the pairs of ties that meet; 0 when none do.</summary>
    public required double Transitivity { get; init; }

    /// <summary>Mean number of ties between two nodes; null when the network is in pieces or one node.</summary>
    public double? AveragePathLength { get; init; }

    /// <summary>Mean of 1/distance over all pairs, 0 for pairs without path; null with one node.</summary>
    public double? GlobalEfficiency { get; init; }

    /// <summary>Ties on the way between the two nodes that are farthest apart; null when the network is in pieces.</summary>
    public int? Diameter { get; init; }

    /// <summary>Ties on the way from the node that is nearest to all to the one farthest from it; null when the network is in pieces.</summary>
    public int? Radius { get; init; }

    /// <summary>
    /// Correlation of the degrees at the two ends of ties (Newman 2003, https://doi.org/10.1103/PhysRevE.67.026126); null when all nodes
    /// with ties have equally many.
    /// </summary>
    public double? DegreeAssortativity { get; init; }

    /// <summary>Measures a network.</summary>
    public static NetworkMeasures Of(Graph graph) => Of(graph, GraphPaths.Of(graph));

    /// <summary>Measures a network whose shortest paths are known.</summary>
    public static NetworkMeasures Of(Graph graph, GraphPaths paths)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(paths);
        var components = graph.Components();
        var (n, isWhole) = ((double)graph.Count, components.Count == 1);
        var hasStar = graph.Count > 2;
        var eigenvector = hasStar && isWhole ? Centrality.Eigenvector(graph) : null;
        var closeness = hasStar && isWhole ? Centrality.Closeness(paths) : null;
        var (average, transitivity) = ClusteringOf(graph);
        var pairs = n * (n - 1);
        return new()
        {
            Nodes = graph.Count,
            Ties = graph.Ties,
            Density = graph.Count > 1 ? graph.Ties / (n * (n - 1) / 2) : null,
            Components = components.Count,
            LargestComponent = components[0].Count,
            DegreeCentralization = hasStar ? Lag(Centrality.Degree(graph)) / (n - 2) : null,
            ClosenessCentralization = closeness is null ? null : Lag(closeness) / ((n - 1) * (n - 2) / ((2 * n) - 3)),
            BetweennessCentralization = hasStar ? Lag(Centrality.Betweenness(paths)) / (n - 1) : null,
            EigenvectorCentralization = eigenvector is null ? null : Lag(eigenvector) / (n - 2),
            AverageClustering = average,
            Transitivity = transitivity,
            AveragePathLength = isWhole && graph.Count > 1 ? paths.Distances.Sum() / pairs : null,
            GlobalEfficiency = graph.Count > 1 ? paths.Closenesses / pairs : null,
            Diameter = isWhole ? paths.Farthest.Max() : null,
            Radius = isWhole ? paths.Farthest.Min() : null,
            DegreeAssortativity = Assortativity(graph),
        };
    }

    private static double Lag(IReadOnlyList<double> centrality)
    {
        var largest = centrality.Max();
        return centrality.Sum(c => largest - c);
    }

    private static (double Average, double Transitivity) ClusteringOf(Graph graph)
    {
        var (sum, closed, all) = (0.0, 0L, 0L);
        foreach (var (tied, pairs) in Clustering.Pairs(graph))
        {
            (sum, closed, all) = (sum + (pairs > 0 ? (double)tied / pairs : 0), closed + tied, all + pairs);
        }

        return (sum / graph.Count, all > 0 ? (double)closed / all : 0);
    }

    // Over ties in both directions, means of degrees, of their squares and of their products follow from sums over nodes.
    private static double? Assortativity(Graph graph)
    {
        double[] degrees = [.. Enumerable.Range(0, graph.Count).Select(node => (double)graph.Degree(node))];
        if (degrees.Where(d => d > 0).Distinct().Count() < 2)
        {
            return null;
        }

        var ends = 2.0 * graph.Ties;
        var mean = degrees.Sum(d => d * d) / ends;
        var variance = (degrees.Sum(d => d * d * d) / ends) - (mean * mean);
        var products = degrees.Select((d, node) => d * graph.Neighbours(node).Sum(n => degrees[n])).Sum() / ends;
        return (products - (mean * mean)) / variance;
    }
}
