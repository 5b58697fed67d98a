namespace LeadershipSim.Simulation.Graphs;

/// <summary>How central each node of a network is.</summary>
/// <remarks>Freeman (1978), https://doi.org/10.1016/0378-8733(78)90021-7.</remarks>
public static class Centrality
{
    // Entries change by less than this in the last step.
    private const double Tolerance = 1e-14;
    private const int MaxSteps = 100_000;

    // Far above what the search leaves in pieces that do not lead.
    private const double Negligible = 1e-6;

    /// <summary>Degree over n − 1; 0 in a network of one node.</summary>
    public static IReadOnlyList<double> Degree(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return [.. Nodes(graph).Select(v => graph.Count == 1 ? 0 : graph.Degree(v) / (graph.Count - 1.0))];
    }

    /// <summary>
    /// (r − 1)/Σd·(r − 1)/(n − 1), with r the nodes in reach and d their distances: closeness in its own component, times that
    /// component's share (Wasserman and Faust 1994, https://doi.org/10.1017/CBO9780511815478).
    /// </summary>
    public static IReadOnlyList<double> Closeness(Graph graph) => Closeness(GraphPaths.Of(graph));

    /// <summary>The same, of shortest paths that are known.</summary>
    public static IReadOnlyList<double> Closeness(GraphPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var others = paths.Reached.Length - 1.0;
        return [.. paths.Reached.Select((reached, v) => paths.Distances[v] == 0 ? 0 : reached / paths.Distances[v] * (reached / others))];
    }

    /// <summary>
    /// Share of the shortest paths between the other nodes that lead over a node, summed over pairs and divided by their number
    /// (Brandes 2001, https://doi.org/10.1080/0022250X.2001.9990249); 0 with fewer than three nodes.
    /// </summary>
    public static IReadOnlyList<double> Betweenness(Graph graph) => Betweenness(GraphPaths.Of(graph));

    /// <summary>The same, of shortest paths that are known.</summary>
    public static IReadOnlyList<double> Betweenness(GraphPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);

        // Every pair is met from both ends.
        var pairs = (paths.Reached.Length - 1.0) * (paths.Reached.Length - 2.0);
        return [.. paths.Dependencies.Select(s => pairs > 0 ? s / pairs : 0)];
    }

    /// <summary>
    /// The leading eigenvector of the adjacency matrix, its largest entry 1 (Bonacich 1972,
    /// https://doi.org/10.1080/0022250X.1972.9989806); null without ties, and when it is not found within the steps, as when two
    /// components have nearly equal leading eigenvalues.
    /// </summary>
    public static IReadOnlyList<double>? Eigenvector(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Ties == 0)
        {
            return null;
        }

        // The unit matrix added to the adjacency leaves the vector as it is, and makes the search converge on bipartite networks too.
        var vector = new double[graph.Count];
        var next = new double[graph.Count];
        Array.Fill(vector, 1);
        for (var step = 0; step < MaxSteps; step++)
        {
            foreach (var node in Nodes(graph))
            {
                var sum = vector[node];
                foreach (var neighbour in graph.NeighboursOf(node))
                {
                    sum += vector[neighbour];
                }

                next[node] = sum;
            }

            var largest = next.Max();
            var change = 0.0;
            foreach (var node in Nodes(graph))
            {
                next[node] /= largest;
                change = Math.Max(change, Math.Abs(next[node] - vector[node]));
            }

            (vector, next) = (next, vector);
            if (change < Tolerance)
            {
                return OfLeadingPiece(graph, vector);
            }
        }

        return null;
    }

    // Of pieces that lead alike any mixture is an eigenvector; in the others the entries are 0, whatever the search left there.
    private static double[]? OfLeadingPiece(Graph graph, double[] vector)
    {
        var piece = ShortestPaths.From(graph, Array.IndexOf(vector, vector.Max())).Order.ToHashSet();
        foreach (var node in Nodes(graph).Where(n => !piece.Contains(n)))
        {
            if (vector[node] > Negligible)
            {
                return null;
            }

            vector[node] = 0;
        }

        return vector;
    }

    private static IEnumerable<int> Nodes(Graph graph) => Enumerable.Range(0, graph.Count);
}
