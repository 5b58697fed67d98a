namespace LeadershipSim.Simulation.Graphs;

/// <summary>What all shortest paths of an undirected network come to, by one breadth-first search from each node.</summary>
/// <remarks>Brandes (2001), https://doi.org/10.1080/0022250X.2001.9990249: time nodes × ties, memory nodes + ties.</remarks>
public sealed class GraphPaths
{
    private GraphPaths(int nodes) =>
        (Dependencies, Distances, Reached, Farthest) = (new double[nodes], new double[nodes], new int[nodes], new int[nodes]);

    /// <summary>Sum over ordered pairs of other nodes of the share of shortest paths that lead over a node.</summary>
    public double[] Dependencies { get; }

    /// <summary>Sum of the distances from a node to all that it reaches, in ties.</summary>
    public double[] Distances { get; }

    /// <summary>Number of nodes that a node reaches, without itself.</summary>
    public int[] Reached { get; }

    /// <summary>Distance from a node to the farthest that it reaches, in ties.</summary>
    public int[] Farthest { get; }

    /// <summary>Sum of 1/distance over ordered pairs with a path.</summary>
    public double Closenesses { get; private set; }

    /// <summary>Searches from every node.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="searched">Receives after each node how many are done; may be null.</param>
    public static GraphPaths Of(Graph graph, Action<int>? searched = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var paths = new GraphPaths(graph.Count);
        var search = new Search(graph);
        for (var source = 0; source < graph.Count; source++)
        {
            search.From(source, paths);
            searched?.Invoke(source + 1);
        }

        return paths;
    }

    // Buffers that all searches share.
    private sealed class Search(Graph graph)
    {
        private readonly int[] _distances = new int[graph.Count];
        private readonly double[] _counts = new double[graph.Count];
        private readonly double[] _dependencies = new double[graph.Count];
        private readonly int[] _order = new int[graph.Count];

        public void From(int source, GraphPaths paths)
        {
            var reached = Spread(source);
            for (var k = 1; k < reached; k++)
            {
                var distance = _distances[_order[k]];
                paths.Distances[source] += distance;
                paths.Closenesses += 1.0 / distance;
            }

            paths.Reached[source] = reached - 1;
            paths.Farthest[source] = _distances[_order[reached - 1]];
            Collect(reached, paths.Dependencies);
        }

        private int Spread(int source)
        {
            Array.Fill(_distances, -1);
            Array.Clear(_counts);
            (_order[0], _distances[source], _counts[source]) = (source, 0, 1);
            var reached = 1;
            for (var next = 0; next < reached; next++)
            {
                var node = _order[next];
                var beyond = _distances[node] + 1;
                foreach (var neighbour in graph.NeighboursOf(node))
                {
                    if (_distances[neighbour] < 0)
                    {
                        _distances[neighbour] = beyond;
                        _order[reached++] = neighbour;
                    }

                    if (_distances[neighbour] == beyond)
                    {
                        _counts[neighbour] += _counts[node];
                    }
                }
            }

            return reached;
        }

        // From the farthest node back.
        private void Collect(int reached, double[] sums)
        {
            Array.Clear(_dependencies);
            for (var k = reached - 1; k > 0; k--)
            {
                var node = _order[k];
                var share = (1 + _dependencies[node]) / _counts[node];
                foreach (var before in graph.NeighboursOf(node))
                {
                    if (_distances[before] == _distances[node] - 1)
                    {
                        _dependencies[before] += _counts[before] * share;
                    }
                }

                sums[node] += _dependencies[node];
            }
        }
    }
}
