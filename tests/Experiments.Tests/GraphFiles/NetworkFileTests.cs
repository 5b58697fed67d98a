using LeadershipSim.Experiments.GraphFiles;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments.Tests.GraphFiles;

/// <summary>One organization in each format, in the spelling of the program that exports it.</summary>
public sealed class NetworkFileTests : IDisposable
{
    // networkx 3.6.1, write_gexf.
    private const string Gexf = """
        <?xml version='1.0' encoding='utf-8'?>
        <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
          <graph defaultedgetype="undirected" mode="static" name="">
            <attributes mode="static" class="edge"><attribute id="3" title="trust" type="double" /></attributes>
            <attributes mode="static" class="node">
              <attribute id="0" title="site" type="string" /><attribute id="1" title="level" type="long" /><attribute id="2" title="founder" type="boolean" />
            </attributes>
            <nodes>
              <node id="a" label="Ana">
                <attvalues><attvalue for="0" value="north" /><attvalue for="1" value="0" /><attvalue for="2" value="true" /></attvalues>
              </node>
              <node id="b" label="Bo">
                <attvalues><attvalue for="0" value="south" /><attvalue for="1" value="1" /><attvalue for="2" value="false" /></attvalues>
              </node>
              <node id="c" label="Cé">
                <attvalues><attvalue for="0" value="south" /><attvalue for="1" value="2" /><attvalue for="2" value="false" /></attvalues>
              </node>
            </nodes>
            <edges>
              <edge source="a" target="b" id="0"><attvalues><attvalue for="3" value="0.5" /></attvalues></edge>
              <edge source="b" target="c" id="1"><attvalues><attvalue for="3" value="0.25" /></attvalues></edge>
            </edges>
          </graph>
        </gexf>
        """;

    // networkx 3.6.1, write_gml.
    private const string Gml = """
        graph [
          node [
            id 0
            label "Ana"
            site "north"
            level 0
            founder 1
          ]
          node [ id 1 label "Bo" site "south" level 1 founder 0 graphics [ x 1.5 y 2 ] ]
          node [ id 2 label "C&#233;" site "south" level 2 founder 0 ]
          edge [ source 0 target 1 trust 0.5 ]
          edge [ source 1 target 2 trust 0.25 ]
        ]
        """;

    // As yEd nests labels, igraph names people, and defaults fill in.
    private const string GraphMl = """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
          <key id="g" for="node" yfiles.type="nodegraphics"/>
          <key id="v_name" for="node" attr.name="name" attr.type="string"/>
          <key id="s" for="node" attr.name="site" attr.type="string"><default>south</default></key>
          <key id="l" for="node" attr.name="level" attr.type="double"/>
          <key id="f" for="node" attr.name="founder" attr.type="boolean"><default>FALSE</default></key>
          <key id="t" for="edge" attr.name="trust" attr.type="double"/>
          <graph edgedefault="undirected">
            <node id="n0"><data key="v_name">Ana</data><data key="s">north</data><data key="l">0</data><data key="f">TRUE</data></node>
            <node id="n1"><data key="v_name">Bo</data><data key="l">1</data><data key="g"><y:ShapeNode><y:NodeLabel>Bo</y:NodeLabel></y:ShapeNode></data></node>
            <node id="n2"><data key="v_name">Cé</data><data key="l">2</data></node>
            <edge source="n0" target="n1"><data key="t">0.5</data></edge>
            <edge source="n1" target="n2"><data key="t">0.25</data></edge>
          </graph>
        </graphml>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("org.gexf", Gexf)]
    [InlineData("org.gml", Gml)]
    [InlineData("org.graphml", GraphMl)]
    public void Every_format_gives_the_same_organization_with_its_names(string name, string text)
    {
        var data = Organization($"nodes: {name}", (name, text));
        Assert.Equal(["Ana", "Bo", "Cé"], data.Names);
        Assert.Equal([0, 1, 1], data.Site);
        Assert.Equal([0, 1, 2], data.Level);
        Assert.Equal([true, false, false], data.Founder);
        Assert.Equal([new StatedTie(0, 1, 0.5), new StatedTie(1, 2, 0.25)], data.Ties);
        Assert.Empty(data.Notes);
    }

    // networkx 3.6.1, write_pajek; Pajek has no data of nodes, so that levels have to come from elsewhere.
    [Fact]
    public void Pajek_gives_nodes_by_number_and_label_and_weights_of_ties()
    {
        var file = NetworkFile.Read(_folder.Write("a.net", "*vertices 3\n1 Ana 0.0 0.0 ellipse\n2 \"Bo Li\" 0.0 0.0 ellipse\n*edges\n1 2 0.5\n*arcs\n2 3 0.25\n"));
        Assert.Equal(["Ana", "Bo Li", null], file.Nodes.Select(n => n["label"]));
        Assert.Equal(["1", "2", "3"], file.Nodes.Select(n => n["id"]));
        Assert.Equal(["0.5", "0.25"], file.Ties.Select(t => t["weight"]));
        Assert.Equal([false, true], file.Ties.Select(t => t.IsDirected));
    }

    // As igraph and tidygraph export tables.
    [Fact]
    public void Columns_map_what_the_files_call_otherwise_and_unused_passes_over()
    {
        var data = Organization(
            "nodes: n.csv, edges: e.csv, columns: {id: person, site: city, source: from, target: to, trust: weight}, unused: \"age, since\"",
            ("n.csv", "person;city;level;age\nAna;north;0;50\nBo;south;1;40\n"),
            ("e.csv", "from\tto\tweight\tsince\nAna\tBo\t0.5\t1999\n"));
        Assert.Equal(["Ana", "Bo"], data.Names);
        Assert.Equal([0, 1], data.Site);
        Assert.Equal(new StatedTie(0, 1, 0.5), Assert.Single(data.Ties));
        Assert.Contains("1 of 1 are stated one way only", Assert.Single(data.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.graphml", "<graphml><graph/><graph/></graphml>", "a.graphml:1:19: a second graph starts here")]
    [InlineData("a.graphml", "<graphml><graph><node id=\"a\"><data key=\"k\">1</data></node></graph></graphml>", "data refers to the key \"k\", which is not declared for nodes")]
    [InlineData("a.graphml", "<html/>", "found the root element html; allowed is graphml")]
    [InlineData("a.gexf", "<gexf><graph><nodes><node id=\"a\"><nodes><node id=\"b\"/></nodes></node></nodes></graph></gexf>", "is part of a hierarchy")]
    [InlineData("a.gml", "graph [ node [ id 1 ]", "a bracket is not closed")]
    [InlineData("a.gml", "graph [ ]\ngraph [ ]", "a.gml:2:1: a second graph starts here")]
    [InlineData("a.gml", "graph [\n node [ id 1 isGroup 1 ] ]", "a.gml:2:1: the node is a group")]
    [InlineData("a.net", "*Vertices 2\n*Matrix\n0 1\n", "a.net:2:1: *Matrix is not supported")]
    [InlineData("a.net", "*Vertices two\n", "allowed is the number of nodes")]
    [InlineData("a.net", "1 2\n", "this is not a Pajek network")]
    public void What_no_network_of_people_has_is_an_error_with_its_line(string name, string text, string message) =>
        Assert.Contains(message, Assert.Throws<DataException>(() => NetworkFile.Read(_folder.Write(name, text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_data_is_named_once_with_what_it_may_be()
    {
        var problems = Read("nodes: a.graphml",
            ("a.graphml", GraphMl.Replace("attr.name=\"site\"", "attr.name=\"location\"", StringComparison.Ordinal))).Problems;
        Assert.Contains("columns: {site: location}", Assert.Single(problems).Message, StringComparison.Ordinal);
        problems = Read("nodes: a.graphml", ("a.graphml", GraphMl.Replace("attr.name=\"level\"", "attr.name=\"Level\"", StringComparison.Ordinal))).Problems;
        Assert.Contains(problems, p => p.Suggestion == "level");
    }

    private OrganizationData Organization(string network, params (string Name, string Text)[] files)
    {
        var result = Read(network, files);
        Assert.Empty(result.Problems);
        return Assert.IsType<FileNetwork>(result.Spec!.Baseline.Network).Data!;
    }

    private ReadResult Read(string network, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            _folder.Write(name, text);
        }

        return ExperimentReader.Read(_folder.Write("a.yaml", $$"""
            name: real
            question: Which?
            expectation: None.
            baseline:
              horizonTicks: 30
              network: { kind: file, {{network}} }
            factors:
              policy: {levels: [hoarding, hierarchy]}
            design: fullFactorial
            replicates: 3
            seed: 1
            """));
    }
}
