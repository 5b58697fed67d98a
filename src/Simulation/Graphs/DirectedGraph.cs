
namespace LeadershipSim.Simulation.Graphs;

/// <summary>A directed network with weights: who is tied to whom, and how strongly. An undirected one has each tie both ways.</summary>
public sealed class DirectedGraph
{
    private readonly int[][] _targets;
    private readonly double[][] _weights;

    private DirectedGraph(int[][] targets, double[][] weights) => (_targets, _weights) = (targets, weights);

    /// <summary>Number of nodes, those without ties included.</summary>
    public int Count => _targets.Length;

    /// <summary>Number of ties, each way counted.</summary>
    public int Ties => _targets.Sum(t => t.Length);

    /// <summary>Builds a network.</summary>
    /// <param name="nodes">Number of nodes; at least 1.</param>
    /// <param name="ties">Ties between nodes counted from 0, with weights above 0; weights of a tie that stands several times are added.</param>
    /// <exception cref="ArgumentException">A tie names no node, or one node twice, or its weight is not valid.</exception>
    public static DirectedGraph Of(int nodes, IEnumerable<(int From, int To, double Weight)> ties)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentNullException.ThrowIfNull(ties);
        var sets = Enumerable.Range(0, nodes).Select(_ => new SortedDictionary<int, double>()).ToArray();
        foreach (var (from, to, weight) in ties)
        {
            if (from < 0 || from >= nodes || to < 0 || to >= nodes || from == to || !(weight > 0 && double.IsFinite(weight)))
            {
                throw new ArgumentException(
                    Invariant($"A tie goes from {from} to {to} with weight {weight}: allowed are two of the nodes 0 to {nodes - 1} and weights above 0."),
                    nameof(ties));
            }

            sets[from][to] = sets[from].GetValueOrDefault(to) + weight;
        }

        return new([.. sets.Select(s => s.Keys.ToArray())], [.. sets.Select(s => s.Values.ToArray())]);
    }

    /// <summary>The same ties the other way.</summary>
    public DirectedGraph Reversed() =>
        Of(Count, Enumerable.Range(0, Count).SelectMany(from => _targets[from].Select((to, k) => (to, from, _weights[from][k]))));

    /// <summary>Nodes that a node's ties lead to, in order.</summary>
    public ReadOnlySpan<int> Targets(int node) => _targets[node];

    /// <summary>Weights of these ties.</summary>
    public ReadOnlySpan<double> Weights(int node) => _weights[node];

    /// <summary>Whether a tie leads from one node to another.</summary>
    public bool HasTie(int from, int to) => Array.BinarySearch(_targets[from], to) >= 0;
}
