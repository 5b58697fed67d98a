namespace LeadershipSim.Simulation.Graphs;

/// <summary>How much the neighbours of nodes are tied to each other.</summary>
/// <remarks>Watts and Strogatz (1998), https://doi.org/10.1038/30918.</remarks>
public static class Clustering
{
    /// <summary>Share of the pairs of a node's neighbours that are tied, for every node; 0 with fewer than two neighbours.</summary>
    public static IReadOnlyList<double> Local(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return [.. Pairs(graph).Select(p => p.All > 0 ? (double)p.Tied / p.All : 0)];
    }

    /// <summary>For every node, the pairs of its neighbours, and those of them that are tied.</summary>
    internal static IEnumerable<(long Tied, long All)> Pairs(Graph graph)
    {
        for (var node = 0; node < graph.Count; node++)
        {
            var neighbours = graph.Neighbours(node);
            var tied = 0L;
            for (var i = 0; i < neighbours.Count; i++)
            {
                for (var j = i + 1; j < neighbours.Count; j++)
                {
                    tied += graph.AreTied(neighbours[i], neighbours[j]) ? 1 : 0;
                }
            }

            yield return (tied, (long)neighbours.Count * (neighbours.Count - 1) / 2);
        }
    }
}
