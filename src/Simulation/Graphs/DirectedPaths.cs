namespace LeadershipSim.Simulation.Graphs;

/// <summary>What all shortest paths along the direction of ties come to. A tie is as long as 1, or as 1 over its weight: strong ties are short.</summary>
/// <remarks>
/// Brandes (2001), https://doi.org/10.1080/0022250X.2001.9990249, with Dijkstra's search; lengths as in Opsahl, Agneessens and Skvoretz
/// (2010), https://doi.org/10.1016/j.socnet.2010.03.006, with α = 1.
/// </remarks>
public sealed class DirectedPaths
{
    private DirectedPaths(int nodes) => (Dependencies, Incoming, Outgoing, Sources, Targets) =
        (new double[nodes], new double[nodes], new double[nodes], new int[nodes], new int[nodes]);

    /// <summary>Sum over ordered pairs of other nodes of the share of shortest paths that lead over a node.</summary>
    public double[] Dependencies { get; }

    /// <summary>Sum of the distances to a node from all that reach it.</summary>
    public double[] Incoming { get; }

    /// <summary>Sum of the distances from a node to all that it reaches.</summary>
    public double[] Outgoing { get; }

    /// <summary>Number of other nodes that reach a node.</summary>
    public int[] Sources { get; }

    /// <summary>Number of other nodes that a node reaches.</summary>
    public int[] Targets { get; }

    /// <summary>Searches from every node.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="isWeighted">Whether a tie is as long as 1 over its weight; else as 1.</param>
    /// <param name="searched">Receives after each node how many are done; may be null.</param>
    public static DirectedPaths Of(DirectedGraph graph, bool isWeighted, Action<int>? searched = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var paths = new DirectedPaths(graph.Count);
        var search = new Search(graph, isWeighted);
        for (var source = 0; source < graph.Count; source++)
        {
            search.From(source, paths);
            searched?.Invoke(source + 1);
        }

        return paths;
    }

    private sealed class Search(DirectedGraph graph, bool isWeighted)
    {
        private readonly double[] _distances = new double[graph.Count];
        private readonly double[] _counts = new double[graph.Count];
        private readonly double[] _dependencies = new double[graph.Count];
        private readonly bool[] _isDone = new bool[graph.Count];
        private readonly List<int>[] _before = [.. Enumerable.Range(0, graph.Count).Select(_ => new List<int>())];
        private readonly List<int> _order = [];
        private readonly PriorityQueue<int, double> _open = new();

        // Where all ties are as long, the first way found to a node is the shortest.
        private readonly Queue<int> _next = new();

        public void From(int source, DirectedPaths paths)
        {
            Spread(source);
            foreach (var node in _order.Skip(1))
            {
                paths.Outgoing[source] += _distances[node];
                paths.Incoming[node] += _distances[node];
                paths.Sources[node]++;
            }

            paths.Targets[source] = _order.Count - 1;
            Array.Clear(_dependencies);
            for (var k = _order.Count - 1; k > 0; k--)
            {
                var node = _order[k];
                foreach (var before in _before[node])
                {
                    _dependencies[before] += _counts[before] / _counts[node] * (1 + _dependencies[node]);
                }

                paths.Dependencies[node] += _dependencies[node];
            }
        }

        private void Spread(int source)
        {
            Array.Fill(_distances, double.PositiveInfinity);
            Array.Clear(_counts);
            Array.Clear(_isDone);
            _order.Clear();
            (_distances[source], _counts[source]) = (0, 1);
            _before[source].Clear();
            Enqueue(source, 0);
            while (isWeighted ? _open.TryDequeue(out var node, out _) : _next.TryDequeue(out node))
            {
                if (!_isDone[node])
                {
                    _isDone[node] = true;
                    _order.Add(node);
                    Relax(node);
                }
            }
        }

        private void Enqueue(int node, double distance)
        {
            if (isWeighted)
            {
                _open.Enqueue(node, distance);
            }
            else
            {
                _next.Enqueue(node);
            }
        }

        private void Relax(int node)
        {
            var targets = graph.Targets(node);
            var weights = graph.Weights(node);
            for (var k = 0; k < targets.Length; k++)
            {
                var (target, distance) = (targets[k], _distances[node] + (isWeighted ? 1 / weights[k] : 1));
                if (distance < _distances[target])
                {
                    (_distances[target], _counts[target]) = (distance, 0);
                    _before[target].Clear();
                    Enqueue(target, distance);
                }

                if (distance == _distances[target])
                {
                    _counts[target] += _counts[node];
                    _before[target].Add(node);
                }
            }
        }
    }
}
