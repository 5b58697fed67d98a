using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tests.Running;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class OrganizationReaderTests
{
    private const string Nodes = """
        id,site,level,authority,experience,founder
        ana,north,0,3,0.9,true
        "bo, jr.",north,1,1,,
        cy,south,2,,0.4,false
        di,south,2,,,
        """;

    private const string Edges = """
        source,target,trust
        ana,"bo, jr.",0.8
        "bo, jr.",ana,0.6
        ana,cy,0.5
        cy,di,
        """;

    private const string GraphMl = """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key id="d0" for="node" attr.name="site"/><key id="d1" for="node" attr.name="authority"/>
          <key id="d2" for="edge" attr.name="trust"/><key id="d9" for="node" attr.name="colour"/>
          <graph edgedefault="directed">
            <node id="a"><data key="d0">x</data><data key="d1">1</data><data key="d9">red</data></node>
            <node id="b"><data key="d0">y</data></node>
            <edge source="a" target="b"><data key="d2">0.7</data></edge>
          </graph>
        </graphml>
        """;

    [Fact]
    public void Csv_files_give_seats_sites_authority_and_trust()
    {
        using var folder = new TemporaryFolder();
        var spec = Read(folder, Nodes, Edges).Spec!;
        var data = Assert.IsType<FileNetwork>(spec.Baseline.Network).Data!;
        Assert.Equal((4, 2), (spec.Baseline.Organization.Seats, spec.Baseline.Organization.Sites));
        Assert.Equal(["ana", "bo, jr.", "cy", "di"], data.Ids);
        Assert.Equal([0, 0, 1, 1], data.Site);
        Assert.Equal([0, 1, 2, 2], data.Level);
        Assert.Equal([0.75, 0.25, 0, 0], data.Authority!);
        Assert.Equal([0.9, null, 0.4, null], data.Experience);
        Assert.Equal([true, null, false, null], data.Founder);
        Assert.Equal([new(0, 1, 0.8), new(1, 0, 0.6), new(0, 2, 0.5), new StatedTie(2, 3, null)], data.Ties);
    }

    [Fact]
    public void GraphMl_gives_the_same_with_other_data_passed_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write("org.graphml", GraphMl);
        var spec = Read(folder, "network: {kind: file, nodes: org.graphml}").Spec!;
        var data = Assert.IsType<FileNetwork>(spec.Baseline.Network).Data!;
        Assert.Equal(["a", "b"], data.Ids);
        Assert.Equal([1, 0], data.Authority!);
        Assert.Equal(new StatedTie(0, 1, 0.7), Assert.Single(data.Ties));
    }

    [Theory]
    [InlineData("cy,south", "ana,south", "nodes.csv:4:1: duplicate id \"ana\"; it stands in line 2 already")]
    [InlineData("ana,north,0,3,0.9", "ana,north,0,3,1.9", "nodes.csv:2:1: experience is \"1.9\"; allowed is a number from 0 to 1")]
    [InlineData("ana,north,0,3,0.9", "ana,north,5,3,0.9", "nodes.csv:2:1: level is \"5\"; allowed is a whole number from 0 to 2")]
    [InlineData("ana,north,0,3,0.9", "ana,north,0,-3,0.9", "nodes.csv:2:1: authority is \"-3\"")]
    [InlineData("0.9,true", "0.9,maybe", "nodes.csv:2:1: founder is \"maybe\"; allowed: true, false, 1, 0")]
    [InlineData("id,site,level", "id,site,lvl", "nodes.csv:1:1: unknown column \"lvl\"")]
    [InlineData("id,site", "id,id", "nodes.csv:1:1: column \"id\" stands twice")]
    [InlineData("di,south,2,,,", "di,south", "nodes.csv:5:1: 2 fields; the first line names 6 columns")]
    [InlineData("ana,cy,0.5", "ana,sy,0.5", "edges.csv:4:1: target \"sy\" is not the id of a seat; did you mean \"cy\"?")]
    [InlineData("ana,cy,0.5", "ana,ana,0.5", "edges.csv:4:1: \"ana\" is tied to itself")]
    [InlineData("ana,cy,0.5", "ana,cy,-0.5", "edges.csv:4:1: trust is \"-0.5\"; allowed is a number from 0 to 1")]
    [InlineData("cy,di,", "ana,cy,0.1", "edges.csv:5:1: duplicate tie from \"ana\" to \"cy\"; it stands in line 4 already")]
    [InlineData("cy,di,", "ana,\"bo, jr.\",", "the network is not connected: 1 of 4 seats cannot be reached from \"ana\", the first of them \"di\"")]
    [InlineData("ana,north,0,3,0.9,true\n\"bo, jr.\",north,1,1", "ana,north,0,0,0.9,true\n\"bo, jr.\",north,1,0", "nobody has authority: the column authority sums to 0")]
    [InlineData("cy,di,", "cy,\"di,", "edges.csv:1:1: the quote in the row that starts in line 5 is not closed")]
    public void A_defect_is_named_with_its_file_and_line(string good, string bad, string message)
    {
        using var folder = new TemporaryFolder();
        var (nodes, edges) = (Nodes.Replace("\r", "", StringComparison.Ordinal), Edges.Replace("\r", "", StringComparison.Ordinal));
        Assert.True(nodes.Contains(good, StringComparison.Ordinal) || edges.Contains(good, StringComparison.Ordinal));
        var result = Read(folder, nodes.Replace(good, bad, StringComparison.Ordinal), edges.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(result.Spec);
        Assert.Contains(result.Problems, p => p.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_files_and_contradicting_sizes_are_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(Read(folder, "network: {kind: file, nodes: nodes.csv}").Problems, p => p.Message.Contains("needs nodes and edges", StringComparison.Ordinal));
        Assert.Contains(Read(folder, "network: {kind: file, nodes: no.csv, edges: no.csv}").Problems, p => p.Message.Contains("there is no file", StringComparison.Ordinal));
        folder.Write("nodes.csv", Nodes);
        folder.Write("edges.csv", Edges);
        var problems = Read(folder, "network: {kind: file, nodes: nodes.csv, edges: edges.csv}\n  organization: {seats: 7}").Problems;
        Assert.Contains(problems, p => p.Message == "organization.seats is 7, but the network's file has 4; leave it out");
    }

    [Fact]
    public void It_can_be_run_and_read_back_from_its_results_alone()
    {
        using var folder = new TemporaryFolder();
        var plan = new ExperimentPlan(Read(folder, Nodes, Edges).Spec!);
        Assert.Equal(2, plan.Inputs.Count);
        var results = Path.Combine(folder.Path, "results");
        var documents = new Dictionary<string, string>(plan.Inputs) { ["experiment.resolved.json"] = plan.ResolvedJson };
        using (var store = RunStore.Open(results, plan, SmallStudy.Manifest(plan), documents))
        {
            Assert.True(Sweep.Run(plan, store, new SweepOptions(), CancellationToken.None).IsComplete);
        }

        var again = ExperimentReader.Read(Path.Combine(results, "experiment.resolved.json"));
        Assert.Empty(again.Problems);
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(again.Spec!).ExperimentId);
        Assert.Equal(plan[0].RunId, new ExperimentPlan(again.Spec!)[0].RunId);
    }

    private static ReadResult Read(TemporaryFolder folder, string nodes, string edges)
    {
        folder.Write("nodes.csv", nodes);
        folder.Write("edges.csv", edges);
        return Read(folder, "network: {kind: file, nodes: nodes.csv, edges: edges.csv}");
    }

    private static ReadResult Read(TemporaryFolder folder, string network) => ExperimentReader.Read(folder.Write("a.yaml", $$"""
        name: real
        question: Which?
        expectation: None.
        baseline:
          horizonTicks: 30
          {{network}}
        factors:
          policy: {levels: [hoarding, hierarchy]}
        design: fullFactorial
        replicates: 3
        seed: 1
        """));
}
