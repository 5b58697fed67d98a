using System.Globalization;
using System.Text.Json;
using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Simulation.Tests.Graphs;

public sealed class NetworkMeasuresTests
{
    public static TheoryData<string> Cases => [.. ReferenceFile.Json("network_expected.json").GetProperty("graphs").EnumerateObject().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Centralities_are_those_of_networkx(string name)
    {
        var (graph, expected) = Read(name);

        Agree(expected.GetProperty("degree"), Enumerable.Range(0, graph.Count).Select(v => (double)graph.Degree(v)), name);
        Agree(expected.GetProperty("degree_centrality"), Centrality.Degree(graph), name);
        Agree(expected.GetProperty("closeness_wf"), Centrality.Closeness(graph), name);
        Agree(expected.GetProperty("betweenness_normalized"), Centrality.Betweenness(graph), name);
        Agree(expected.GetProperty("local_clustering"), Clustering.Local(graph), name);
        if (expected.TryGetProperty("eigenvector_max1", out var eigenvector))
        {
            var found = Centrality.Eigenvector(graph)!;
            Agree(eigenvector, found, name);
            Agree(expected.GetProperty("eigenvector_l2"), found.Select(v => v / Math.Sqrt(found.Sum(w => w * w))), name);

            // Every entry times the leading eigenvalue is the sum over the neighbours.
            Assert.All(found.Select((v, node) => graph.Neighbours(node).Sum(n => found[n]) / v),
                ratio => Agree(expected.GetProperty("spectral_radius"), ratio, name));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Measures_of_the_whole_are_those_of_networkx(string name)
    {
        var (graph, expected) = Read(name);
        var found = NetworkMeasures.Of(graph);

        Assert.Equal(expected.GetProperty("n").GetInt32(), found.Nodes);
        Assert.Equal(expected.GetProperty("m").GetInt32(), found.Ties);
        Assert.Equal(expected.GetProperty("components").GetInt32(), found.Components);
        Assert.Equal((expected.TryGetProperty("largest_component_size", out var size) ? size : expected.GetProperty("n")).GetInt32(), found.LargestComponent);
        Agree(expected.GetProperty("density"), found.Density, name);
        Agree(expected.GetProperty("average_clustering"), found.AverageClustering, name);
        Agree(expected.GetProperty("transitivity"), found.Transitivity, name);
        Agree(expected.GetProperty("average_shortest_path"), found.AveragePathLength, name);
        Agree(expected.GetProperty("global_efficiency"), found.GlobalEfficiency, name);
        Agree(expected.GetProperty("degree_assortativity"), found.DegreeAssortativity, name);
        Assert.Equal(expected.TryGetProperty("diameter", out var diameter) ? diameter.GetInt32() : null, found.Diameter);
        Assert.Equal(expected.TryGetProperty("radius", out var radius) ? radius.GetInt32() : null, found.Radius);
        Agree(expected.GetProperty("centralization_degree"), found.DegreeCentralization, name);
        Agree(expected.GetProperty("centralization_betweenness"), found.BetweennessCentralization, name);
        Agree(expected.GetProperty("centralization_closeness"), found.ClosenessCentralization, name);
        Assert.Equal(expected.TryGetProperty("centralization_eigenvector", out var eigenvector), found.EigenvectorCentralization is not null);
        if (found.EigenvectorCentralization is not null)
        {
            Agree(eigenvector, found.EigenvectorCentralization, name);
        }
    }

    [Fact]
    public void A_node_alone_has_what_one_node_can_have()
    {
        var found = NetworkMeasures.Of(Graph.Of(1, []));

        Assert.Equal((1, 0, 1, 1), (found.Nodes, found.Ties, found.Components, found.LargestComponent));
        Assert.Null(found.Density);
        Assert.Null(found.DegreeCentralization);
        Assert.Equal((0, 0, (double?)null), (found.Diameter, found.Radius, found.DegreeAssortativity));
    }

    [Fact]
    public void Pieces_that_lead_alike_have_no_eigenvector_of_their_own() => Assert.Null(Centrality.Eigenvector(Graph.Of(4, [(0, 1), (2, 3)])));

    [Fact]
    public void Outside_of_the_leading_piece_the_eigenvector_is_0() =>
        Assert.Equal([0, 0], Centrality.Eigenvector(Graph.Of(5, [(0, 1), (1, 2), (3, 4)]))!.Skip(3));

    [Fact]
    public void Both_directions_are_one_tie() => Assert.Equal(1, Graph.Of(2, [(0, 1), (1, 0)]).Ties);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    public void A_tie_that_cannot_be_is_refused(int from, int to) =>
        Assert.Contains("A tie goes from", Assert.Throws<ArgumentException>(() => Graph.Of(2, [(from, to)])).Message, StringComparison.Ordinal);

    private static (Graph Graph, JsonElement Expected) Read(string name)
    {
        var expected = ReferenceFile.Json("network_expected.json").GetProperty("graphs").GetProperty(name);
        static int Node(string text) => int.Parse(text, CultureInfo.InvariantCulture);
        var ties = ReferenceFile.Rows("network_edges.csv").Where(r => r[0] == name).Select(r => (Node(r[1]), Node(r[2])));
        return (Graph.Of(expected.GetProperty("n").GetInt32(), ties), expected);
    }

    private static void Agree(JsonElement expected, IEnumerable<double> found, string name)
    {
        var values = found.ToList();
        Assert.Equal(expected.GetArrayLength(), values.Count);
        Assert.All(expected.EnumerateArray().Zip(values), pair => Agree(pair.First, pair.Second, name));
    }

    private static void Agree(JsonElement expected, double? found, string name)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(found);
            return;
        }

        Assert.True(found is { } value && Math.Abs(value - expected.GetDouble()) <= 1e-9, $"{name}: {found}, the reference has {expected}");
    }
}
