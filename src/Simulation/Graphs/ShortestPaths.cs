namespace LeadershipSim.Simulation.Graphs;

/// <summary>Shortest paths from one node, by breadth-first search.</summary>
/// <param name="Distances">Ties to each node; −1 where there is no path.</param>
/// <param name="Counts">Number of shortest paths to each node.</param>
/// <param name="Order">Nodes that are reached, the nearest first.</param>
internal sealed record ShortestPaths(int[] Distances, double[] Counts, IReadOnlyList<int> Order)
{
    /// <summary>Searches from a node.</summary>
    public static ShortestPaths From(Graph graph, int source)
    {
        var distances = new int[graph.Count];
        Array.Fill(distances, -1);
        var counts = new double[graph.Count];
        var order = new List<int> { source };
        (distances[source], counts[source]) = (0, 1);
        for (var next = 0; next < order.Count; next++)
        {
            var node = order[next];
            foreach (var neighbour in graph.Neighbours(node))
            {
                if (distances[neighbour] < 0)
                {
                    distances[neighbour] = distances[node] + 1;
                    order.Add(neighbour);
                }

                if (distances[neighbour] == distances[node] + 1)
                {
                    counts[neighbour] += counts[node];
                }
            }
        }

        return new(distances, counts, order);
    }
}
