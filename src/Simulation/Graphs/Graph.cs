
namespace LeadershipSim.Simulation.Graphs;

/// <summary>An undirected, unweighted network: who is tied to whom.</summary>
public sealed class Graph
{
    private readonly int[][] _neighbours;

    private Graph(int[][] neighbours) => _neighbours = neighbours;

    /// <summary>Number of nodes, those without ties included.</summary>
    public int Count => _neighbours.Length;

    /// <summary>Number of ties.</summary>
    public int Ties => _neighbours.Sum(n => n.Length) / 2;

    /// <summary>Builds a network.</summary>
    /// <param name="nodes">Number of nodes, those without ties included; at least 1.</param>
    /// <param name="ties">Pairs of nodes, counted from 0; both directions of a pair are one tie.</param>
    /// <exception cref="ArgumentException">A tie names no node, or one node twice.</exception>
    public static Graph Of(int nodes, IEnumerable<(int From, int To)> ties)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentNullException.ThrowIfNull(ties);
        var sets = Enumerable.Range(0, nodes).Select(_ => new SortedSet<int>()).ToArray();
        foreach (var (from, to) in ties)
        {
            if (from < 0 || from >= nodes || to < 0 || to >= nodes)
            {
                throw new ArgumentException(
                    Invariant($"A tie goes from {from} to {to}: allowed are nodes 0 to {nodes - 1}."), nameof(ties));
            }

            if (from == to)
            {
                throw new ArgumentException(Invariant($"A tie goes from node {from} to itself: leave self-ties out."), nameof(ties));
            }

            sets[from].Add(to);
            sets[to].Add(from);
        }

        return new([.. sets.Select(s => s.ToArray())]);
    }

    /// <summary>Nodes tied to a node, in order.</summary>
    public IReadOnlyList<int> Neighbours(int node) => _neighbours[node];

    /// <summary>The same, for loops over all paths.</summary>
    internal ReadOnlySpan<int> NeighboursOf(int node) => _neighbours[node];

    /// <summary>Number of ties of a node.</summary>
    public int Degree(int node) => _neighbours[node].Length;

    /// <summary>Whether two nodes are tied.</summary>
    public bool AreTied(int from, int to) => Array.BinarySearch(_neighbours[from], to) >= 0;

    /// <summary>The components: sets of nodes that reach one another; the largest first, equal ones by their first node.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Components()
    {
        var found = new List<IReadOnlyList<int>>();
        var seen = new bool[Count];
        for (var start = 0; start < Count; start++)
        {
            if (seen[start])
            {
                continue;
            }

            var distances = ShortestPaths.From(this, start).Distances;
            int[] members = [.. Enumerable.Range(0, Count).Where(v => distances[v] >= 0)];
            found.Add(members);
            foreach (var member in members)
            {
                seen[member] = true;
            }
        }

        return [.. found.OrderByDescending(c => c.Count)];
    }
}
