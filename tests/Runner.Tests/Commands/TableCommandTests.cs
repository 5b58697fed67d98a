using System.Globalization;
using System.Text.Json;
using LeadershipSim.Runner.Commands;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Inequality and networks of researchers' own tables, through the JSON documents of the verbs.</summary>
public sealed class TableCommandTests : IDisposable
{
    private const string Reference = "tests/Simulation.Tests/Reference/";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Indices_of_inequality_are_those_of_the_reference()
    {
        var expected = JsonDocument.Parse(RepositoryRoot.Read(Reference + "inequality_expected.json")).RootElement.GetProperty("cases");
        var document = await AskAsync("inequality", Path.Combine(RepositoryRoot.Path, Reference, "inequality_vectors.csv"), "--value", "value", "--group", "id");
        var groups = document.GetProperty("inequality").EnumerateArray().ToDictionary(g => g.GetProperty("group").GetString()!, g => g.GetProperty("measures"));
        Assert.Equal(expected.EnumerateObject().Count(), groups.Count);
        foreach (var vector in expected.EnumerateObject())
        {
            foreach (var (theirs, ours) in new[] { ("gini", "gini"), ("hhi", "herfindahl"), ("shannon_nats", "shannon"), ("theil_T", "theil"), ("max_share", "topShare") })
            {
                // An index of nothing does not exist.
                var number = vector.Value.TryGetProperty(theirs, out var a) && a.ValueKind == JsonValueKind.Number ? a.GetDouble() : double.NaN;
                var b = groups[vector.Name].GetProperty(ours);
                Assert.Equal(number, b.ValueKind == JsonValueKind.Number ? b.GetDouble() : double.NaN, 1e-12);
            }
        }
    }

    [Fact]
    public async Task A_network_and_its_nodes_are_measured_as_in_the_reference()
    {
        var expected = JsonDocument.Parse(RepositoryRoot.Read(Reference + "network_expected.json")).RootElement.GetProperty("graphs").GetProperty("karate");
        var ties = (await File.ReadAllLinesAsync(Path.Combine(RepositoryRoot.Path, Reference, "network_edges.csv"))).Where(l => l.StartsWith("karate,", StringComparison.Ordinal)).Select(l => l["karate,".Length..]);
        var file = _folder.Write("karate.csv", "u,v\n" + string.Join('\n', ties) + "\n");
        var document = await AskAsync("network", file, "--source", "u", "--target", "v");
        Assert.Equal(expected.GetProperty("density").GetDouble(), document.GetProperty("network").GetProperty("density").GetDouble(), 1e-12);
        var nodes = document.GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Equal(34, nodes.Length);
        for (var k = 0; k < nodes.Length; k++)
        {
            Assert.Equal(k.ToString(CultureInfo.InvariantCulture), nodes[k].GetProperty("node").GetString());
            Assert.Equal(expected.GetProperty("degree")[k].GetInt32(), nodes[k].GetProperty("ties").GetInt32());
            Assert.Equal(expected.GetProperty("degree_centrality")[k].GetDouble(), nodes[k].GetProperty("degree").GetDouble(), 1e-12);
        }

        Assert.Contains("betweenness centralization", (await CommandLine.RunAsync("network", file, "--source", "u", "--target", "v")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_without_ties_count_when_they_are_named()
    {
        var nodes = _folder.Write("nodes.csv", "id\na\nb\nc\n");
        var document = await AskAsync("network", _folder.Write("ties.csv", "source,target\na,b\nb,a\n"), "--nodes", nodes);
        Assert.Equal(3, document.GetProperty("network").GetProperty("nodes").GetInt32());
        Assert.Equal(1, document.GetProperty("network").GetProperty("ties").GetInt32());
    }

    [Theory]
    [InlineData("inequality", "value\n1\n-2\n", "a.csv:3, column value: there is -2")]
    [InlineData("inequality", "value,holder\n1,a\n,b\n", "a.csv:3, column value: there is nothing")]
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

    private static async Task<JsonElement> AskAsync(params string[] args)
    {
        var run = await CommandLine.RunAsync([.. args, "--json"]);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
