using System.Globalization;
using System.Text.Json;
using LeadershipSim.Analysis.Networks;

namespace LeadershipSim.Analysis.Tests.Networks;

public class NetworkMeasuresTests
{
    public static TheoryData<string> Cases => [.. ReferenceFile.Json("network_expected.json").GetProperty("graphs").EnumerateObject().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Centralities_are_those_of_networkx(string name)
    {
        var (graph, expected) = Read(name);

        Agreement.Agree(expected.GetProperty("degree"), Enumerable.Range(0, graph.Count).Select(v => (double)graph.Degree(v)), name);
        Agreement.Agree(expected.GetProperty("degree_centrality"), Centrality.Degree(graph), name);
        Agreement.Agree(expected.GetProperty("closeness_wf"), Centrality.Closeness(graph), name);
        Agreement.Agree(expected.GetProperty("betweenness_normalized"), Centrality.Betweenness(graph), name);
        if (expected.TryGetProperty("eigenvector_max1", out var eigenvector))
        {
            Agreement.Agree(eigenvector, Centrality.Eigenvector(graph)!, name);
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
        Agreement.Agree(expected.GetProperty("density"), found.Density, name);
        Agreement.Agree(expected.GetProperty("average_clustering"), found.AverageClustering, name);
        Agreement.Agree(expected.GetProperty("transitivity"), found.Transitivity, name);
        Agreement.Agree(expected.GetProperty("average_shortest_path"), found.AveragePathLength, name);
        Agreement.Agree(expected.GetProperty("global_efficiency"), found.GlobalEfficiency, name);
        Agreement.Agree(expected.GetProperty("centralization_degree"), found.DegreeCentralization, name);
        Agreement.Agree(expected.GetProperty("centralization_betweenness"), found.BetweennessCentralization, name);
        Agreement.Agree(expected.GetProperty("centralization_closeness"), found.ClosenessCentralization, name);
        if (expected.TryGetProperty("centralization_eigenvector", out var eigenvector))
        {
            Agreement.Agree(eigenvector, found.EigenvectorCentralization, name);
        }
    }

    [Fact]
    public void A_node_alone_has_what_one_node_can_have()
    {
        var found = NetworkMeasures.Of(Graph.Of(1, []));

        Assert.Equal((1, 0, 1, 1), (found.Nodes, found.Ties, found.Components, found.LargestComponent));
        Assert.Null(found.Density);
        Assert.Null(found.DegreeCentralization);
    }

    [Fact]
    public void Both_directions_are_one_tie() => Assert.Equal(1, Graph.Of(2, [(0, 1), (1, 0)]).Ties);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    public void A_tie_that_cannot_be_is_refused(int from, int to) =>
        Assert.Contains("A tie goes from", Assert.Throws<ArgumentException>(() => Graph.Of(2, [(from, to)])).Message, StringComparison.Ordinal);

    private static (Graph Graph, JsonElement Expected) Read(string name)
    {
        var edges = ReferenceFile.Texts("network_edges.csv");
        var expected = ReferenceFile.Json("network_expected.json").GetProperty("graphs").GetProperty(name);
        static int Node(string text) => int.Parse(text, CultureInfo.InvariantCulture);
        var ties = edges["u"].Select((u, i) => (Graph: edges["graph"][i], U: Node(u), V: Node(edges["v"][i]))).Where(e => e.Graph == name);
        return (Graph.Of(expected.GetProperty("n").GetInt32(), ties.Select(e => (e.U, e.V))), expected);
    }
}
