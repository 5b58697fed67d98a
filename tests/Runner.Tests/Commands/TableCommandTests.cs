using System.Text.Json;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Inequality and networks of researchers' own tables, through the JSON documents of the verbs.</summary>
public sealed class TableCommandTests : IDisposable
{
    private const string Reference = "tests/Simulation.Tests/Reference/";
    private const string Amounts = "tests/Analysis.Tests/Reference/";
    private static readonly JsonElement NetworkReference = JsonDocument.Parse(RepositoryRoot.Read(Reference + "network_expected.json")).RootElement
        .GetProperty("graphs");

    private static readonly (string Theirs, string Ours)[] OfAmounts =
    [
        ("n", "count"), ("sum", "total"), ("gini", "gini"), ("gini_corrected", "giniCorrected"), ("hhi", "herfindahl"),
        ("hhi_normalized", "herfindahlNormalized"),
        ("effective_number_hhi", "effectiveNumber"), ("shannon_nats", "shannon"), ("shannon_normalized", "shannonNormalized"), ("theil_T", "theil"),
        ("theil_T_normalized", "theilNormalized"), ("theil_L_mld", "meanLogDeviation"), ("max_share", "topShare"),
    ];

    private static readonly (string Theirs, string Ours)[] OfNetworks =
    [
        ("n", "nodes"), ("m", "ties"), ("density", "density"), ("components", "components"), ("average_clustering", "averageClustering"),
        ("transitivity", "transitivity"),
        ("average_shortest_path", "averagePathLength"), ("global_efficiency", "globalEfficiency"), ("centralization_degree", "degreeCentralization"),
        ("centralization_betweenness", "betweennessCentralization"), ("centralization_closeness", "closenessCentralization"),
        ("centralization_eigenvector", "eigenvectorCentralization"),
        ("diameter", "diameter"), ("radius", "radius"), ("degree_assortativity", "degreeAssortativity"),
    ];

    private static readonly (string Theirs, string Ours)[] OfNodes =
    [
        ("degree", "ties"), ("degree_centrality", "degree"), ("closeness_wf", "closeness"), ("betweenness_normalized", "betweenness"), ("eigenvector_max1",
            "eigenvector"), ("local_clustering", "clustering"),
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Graphs => [.. NetworkReference.EnumerateObject().Select(g => g.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Indices_of_inequality_are_those_of_the_reference()
    {
        var expected = JsonDocument.Parse(RepositoryRoot.Read(Amounts + "inequality_expected.json")).RootElement.GetProperty("cases");
        var document = await CommandLine.DocumentAsync(
            "inequality", Path.Combine(RepositoryRoot.Path, Amounts, "inequality_vectors.csv"), "--value", "value", "--group", "id", "--json");
        var groups = document.GetProperty("inequality").EnumerateArray().ToDictionary(g => g.GetProperty("group").GetString()!, g => g.GetProperty("measures"));
        Assert.Equal(expected.EnumerateObject().Count(), groups.Count);
        foreach (var vector in expected.EnumerateObject())
        {
            foreach (var (theirs, ours) in OfAmounts)
            {
                // An index of nothing does not exist.
                var number = vector.Value.TryGetProperty(theirs, out var a) && a.ValueKind == JsonValueKind.Number ? a.GetDouble() : double.NaN;
                var b = groups[vector.Name].GetProperty(ours);
                Assert.Equal(number, b.ValueKind == JsonValueKind.Number ? b.GetDouble() : double.NaN, 1e-12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public async Task A_network_and_its_nodes_are_measured_as_in_the_reference(string name)
    {
        var expected = NetworkReference.GetProperty(name);
        var ties = (
            await File.ReadAllLinesAsync(Path.Combine(RepositoryRoot.Path, Reference, "network_edges.csv"))).Where(l =>
                l.StartsWith(name + ",", StringComparison.Ordinal)).Select(l => l[(name.Length + 1)..]);
        var (file, all) = (
            _folder.Write("ties.csv", "u,v\n" + string.Join('\n', ties) + "\n"), _folder.Write(
                "nodes.csv", "id\n" + string.Join('\n', expected.GetProperty("nodes").EnumerateArray()) + "\n"));
        var document = await CommandLine.DocumentAsync("network", file, "--source", "u", "--target", "v", "--nodes", all, "--json");

        foreach (var (theirs, ours) in OfNetworks)
        {
            Agree(expected, theirs, document.GetProperty("network").GetProperty(ours), $"{name}, {ours}");
        }

        var largest = expected.TryGetProperty("largest_component_size", out var size) ? size : expected.GetProperty("n");
        ReferenceNumbers.Agree(largest, document.GetProperty("network").GetProperty("largestComponent"), name);
        var nodes = document.GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Equal(expected.GetProperty("nodes").EnumerateArray().Select(n => n.GetRawText()), nodes.Select(n => n.GetProperty("node").GetString()));
        foreach (var (theirs, ours) in OfNodes.Where(m => expected.TryGetProperty(m.Theirs, out _)))
        {
            for (var k = 0; k < nodes.Length; k++)
            {
                ReferenceNumbers.Agree(expected.GetProperty(theirs)[k], nodes[k].GetProperty(ours), $"{name}, {ours} of {k}");
            }
        }
    }

    [Fact]
    public async Task Nodes_without_ties_count_when_they_are_named()
    {
        var nodes = _folder.Write("nodes.csv", "id\na\nb\nc\n");
        var document = await CommandLine.DocumentAsync("network", _folder.Write("ties.csv", "source,target\na,b\nb,a\n"), "--nodes", nodes, "--json");
        Assert.Equal(3, document.GetProperty("network").GetProperty("nodes").GetInt32());
        Assert.Equal(1, document.GetProperty("network").GetProperty("ties").GetInt32());
    }

    [Theory]
    [InlineData("inequality", "value\n1\n-2\n", "a.csv:3, column value: there is -2")]
    [InlineData("inequality", "value,holder\n1,a\n,b\n", "a.csv:3, column value: the value is missing")]
    [InlineData("inequality", "valu\n1\n", "did you mean \"valu\"?")]
    [InlineData("network", "source,target\na,a\n", "a.csv:2: the tie goes from \"a\" to \"a\"")]
    [InlineData("network", "from,to\na,b\n", "has no column \"source\"")]
    public async Task What_cannot_be_measured_exits_2(string verb, string text, string message)
    {
        var file = _folder.Write("a.csv", text);
        var run = await CommandLine.RunAsync(verb == "network" ? [verb, file] : [verb, file, "--value", "value"]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    // The reference leaves out what a network in pieces does not have; here it is null.
    private static void Agree(JsonElement expected, string name, JsonElement actual, string where)
    {
        if (expected.TryGetProperty(name, out var value))
        {
            ReferenceNumbers.Agree(value, actual, where);
        }
        else
        {
            Assert.True(actual.ValueKind == JsonValueKind.Null, $"{where}: {actual}, the reference has none");
        }
    }
}
