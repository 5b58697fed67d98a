using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Simulation.Tests.Graphs;

/// <summary>
/// Expected numbers: networkx 3.6.1, overall_reciprocity, density, strongly_connected_components, closeness_centrality (of the graph and of
/// its reverse), betweenness_centrality.
/// </summary>
public sealed class DirectedMeasuresTests
{
    private static readonly DirectedGraph Graph = DirectedGraph.Of(
        7, [(0, 1, 2), (1, 2, 1), (2, 0, 4), (2, 3, 1), (3, 4, 2), (4, 3, 2), (4, 5, 0.5), (0, 3, 0.5), (1, 0, 1)]);

    [Fact]
    public void The_whole_network_is_measured_as_by_networkx()
    {
        var measures = DirectedMeasures.Of(Graph, DirectedPaths.Of(Graph, isWeighted: false));
        Assert.Equal(0.4444444444444444, measures.Reciprocity!.Value, 1e-12);
        Assert.Equal(0.21428571428571427, measures.Density!.Value, 1e-12);
        Assert.Equal((4, 3), (measures.StrongComponents, measures.LargestStrongComponent));
        Assert.Equal(14, measures.TotalWeight);
        Assert.Equal([5, 2, 1, 3.5, 2, 0.5, 0], measures.Nodes.Select(n => n.InStrength));
        Assert.Equal([2.5, 2, 5, 2, 2.5, 0, 0], measures.Nodes.Select(n => n.OutStrength));
        Assert.Equal([2, 1, 1, 3, 1, 1, 0], measures.Nodes.Select(n => n.InTies));
    }

    [Theory]
    [InlineData(
        false,
        new[] { 0.08333333333333333, 0.03333333333333333, 0.05, 0.2, 0.13333333333333333, 0, 0 },
        new[] { 0.3333333333333333, 0.2222222222222222, 0.2222222222222222, 0.5333333333333333, 0.3333333333333333, 0.32051282051282054, 0 },
        new[] { 0.462962962962963, 0.3787878787878788, 0.462962962962963, 0.2222222222222222, 0.3333333333333333, 0, 0 })]
    [InlineData(
        true,
        new[] { 0.03333333333333333, 0.03333333333333333, 0.1, 0.2, 0.13333333333333333, 0, 0 },
        new[] { 0.5333333333333333, 0.5333333333333333, 0.26666666666666666, 0.48484848484848486, 0.38095238095238093, 0.2450980392156863, 0 },
        new[] { 0.3787878787878788, 0.3787878787878788, 0.5952380952380952, 0.2222222222222222, 0.26666666666666666, 0, 0 })]
    public void Nodes_are_measured_along_ties_and_with_weights_as_by_networkx(bool isWeighted, double[] betweenness, double[] incoming, double[] outgoing)
    {
        var nodes = DirectedMeasures.Of(Graph, DirectedPaths.Of(Graph, isWeighted)).Nodes;
        for (var v = 0; v < nodes.Count; v++)
        {
            Assert.Equal(betweenness[v], nodes[v].Betweenness, 1e-12);
            Assert.Equal(incoming[v], nodes[v].InCloseness, 1e-12);
            Assert.Equal(outgoing[v], nodes[v].OutCloseness, 1e-12);
        }
    }
}
