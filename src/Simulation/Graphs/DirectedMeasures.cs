namespace LeadershipSim.Simulation.Graphs;

/// <summary>The shape of a network whose ties lead one way, or have weights.</summary>
public sealed record DirectedMeasures
{
    /// <summary>Ties, each way counted, over n(n − 1); null with one node.</summary>
    public double? Density { get; init; }

    /// <summary>
    /// Share of the ties that are returned; null without ties (Garlaschelli and Loffredo 2004, https://doi.org/10.1103/PhysRevLett.93.268701).
    /// </summary>
    public double? Reciprocity { get; init; }

    /// <summary>Number of strong components: sets of nodes that reach one another along the ties.</summary>
    public required int StrongComponents { get; init; }

    /// <summary>Nodes of the largest strong component.</summary>
    public required int LargestStrongComponent { get; init; }

    /// <summary>Sum of the weights, each way counted.</summary>
    public required double TotalWeight { get; init; }

    /// <summary>The nodes.</summary>
    public required IReadOnlyList<DirectedNode> Nodes { get; init; }

    /// <summary>Measures a network.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="paths">Its shortest paths.</param>
    public static DirectedMeasures Of(DirectedGraph graph, DirectedPaths paths)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(paths);
        var (n, reversed, components) = ((double)graph.Count, graph.Reversed(), StrongComponentsOf(graph));
        var pairs = (n - 1) * (n - 2);
        return new()
        {
            Density = graph.Count > 1 ? graph.Ties / (n * (n - 1)) : null,
            Reciprocity = graph.Ties > 0 ? Enumerable.Range(0, graph.Count).Sum(v => Returned(graph, v)) / (double)graph.Ties : null,
            StrongComponents = components.Count,
            LargestStrongComponent = components.Max(),
            TotalWeight = Enumerable.Range(0, graph.Count).Sum(v => Sum(graph.Weights(v))),
            Nodes =
            [
                .. Enumerable.Range(0, graph.Count).Select(v => new DirectedNode(
                    reversed.Targets(v).Length, graph.Targets(v).Length, Sum(reversed.Weights(v)), Sum(graph.Weights(v)),
                    Closeness(paths.Sources[v], paths.Incoming[v], n), Closeness(paths.Targets[v], paths.Outgoing[v], n),
                    pairs > 0 ? paths.Dependencies[v] / pairs : 0)),
            ],
        };
    }

    private static int Returned(DirectedGraph graph, int node)
    {
        var returned = 0;
        foreach (var target in graph.Targets(node))
        {
            returned += graph.HasTie(target, node) ? 1 : 0;
        }

        return returned;
    }

    private static double Sum(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }

    private static double Closeness(int reached, double total, double n) => total == 0 ? 0 : reached / total * (reached / (n - 1));

    // Sizes of the strong components: nodes in the order in which their searches end, then back along the ties (Kosaraju's way).
    private static List<int> StrongComponentsOf(DirectedGraph graph)
    {
        var (ended, seen) = (new List<int>(graph.Count), new bool[graph.Count]);
        foreach (var node in Enumerable.Range(0, graph.Count))
        {
            Search(graph, node, seen, ended);
        }

        var (reversed, sizes) = (graph.Reversed(), new List<int>());
        Array.Clear(seen);
        for (var k = ended.Count - 1; k >= 0; k--)
        {
            var members = new List<int>();
            Search(reversed, ended[k], seen, members);
            if (members.Count > 0)
            {
                sizes.Add(members.Count);
            }
        }

        return sizes;
    }

    // Depth first, with a stack of its own: networks can be longer than the machine's.
    private static void Search(DirectedGraph graph, int start, bool[] seen, List<int> ended)
    {
        if (seen[start])
        {
            return;
        }

        var open = new Stack<(int Node, int Next)>([(start, 0)]);
        seen[start] = true;
        while (open.TryPop(out var top))
        {
            var targets = graph.Targets(top.Node);
            var next = top.Next;
            while (next < targets.Length && seen[targets[next]])
            {
                next++;
            }

            if (next == targets.Length)
            {
                ended.Add(top.Node);
                continue;
            }

            open.Push((top.Node, next + 1));
            seen[targets[next]] = true;
            open.Push((targets[next], 0));
        }
    }
}

/// <summary>A node of a directed or weighted network.</summary>
/// <param name="InTies">Ties that lead to it.</param>
/// <param name="OutTies">Ties that lead from it.</param>
/// <param name="InStrength">Their weights, summed.</param>
/// <param name="OutStrength">Their weights, summed.</param>
/// <param name="InCloseness">How near the nodes are that reach it: r/Σd · r/(n − 1), r their number.</param>
/// <param name="OutCloseness">How near the nodes are that it reaches.</param>
/// <param name="Betweenness">Share of shortest paths that lead over it.</param>
public sealed record DirectedNode(int InTies, int OutTies, double InStrength, double OutStrength, double InCloseness, double OutCloseness, double Betweenness);
