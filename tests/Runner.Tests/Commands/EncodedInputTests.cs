using System.Text;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The same text in UTF-8 and in UTF-16 with its byte order mark says the same to every reader.</summary>
public sealed class EncodedInputTests : IDisposable
{
    private const string Table = "source,target,group,v,time,event\nMüller,Möller,Mü,1,3,1\nMöller,Zoë,Mö,2,4,1\nZoë,Müller,Mö,5,7,0\n";
    private const string Gml = "graph [ node [ id 1 label \"M&#252;ller\" ] node [ id 2 label \"Zoë\" ] edge [ source 1 target 2 ] ]";
    private const string Pajek = "*Vertices 2\n1 \"Müller\"\n2 \"Zoë\"\n*Edges\n1 2\n";
    private const string Graph = "<graph edgedefault=\"undirected\"><node id=\"Müller\"/><node id=\"Zoë\"/><edge source=\"Müller\" target=\"Zoë\"/></graph>";
    private const string Gexf = "<gexf><graph><nodes><node id=\"a\" label=\"Müller\"/><node id=\"b\" label=\"Zoë\"/></nodes><edges><edge source=\"a\" target=\"b\"/></edges></graph></gexf>";
    private const string Experiment = "name: encoded\nquestion: Führung?\nexpectation: e\nbaseline: {organization: {seats: 10, sites: 2}}\n"
        + "factors:\n  policy: {levels: [{kind: equal, name: Gleiche für alle}]}\ndesign: fullFactorial\nreplicates: 2\nseed: 1\n";

    private const string Design = "policy,channels.remote\nhoarding,0.3\nequal,0.5\n";
    private static readonly Encoding[] Others = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", Table, "inequality --value v --group group")]
    [InlineData("b.csv", Table, "survival --time time --event event --group group")]
    [InlineData("c.csv", Table, "network")]
    [InlineData("d.csv", "x,Y\n1,2\n2,3\n3,5\n4,4\n5,8\n6,7\n7,9\n8,12\n9,11\n", "sensitivity --factors x --output Y")]
    [InlineData("a.gml", Gml, "network")]
    [InlineData("a.net", Pajek, "network")]
    [InlineData("a.gexf", Gexf, "network")]
    [InlineData("a.graphml", "<graphml>" + Graph + "</graphml>", "network")]
    [InlineData("a.yaml", Experiment, "validate")]
    public async Task A_byte_order_mark_says_how_a_file_is_written(string name, string text, string verb)
    {
        var expected = await SayAsync(name, text, new UTF8Encoding(false), verb);
        foreach (var encoding in Others)
        {
            Assert.Equal(expected, await SayAsync(name, text, encoding, verb));
        }
    }

    [Fact]
    public async Task A_design_file_is_read_in_each_of_them()
    {
        var text = Experiment.Replace("design: fullFactorial", "design: {kind: file, path: points.csv}", StringComparison.Ordinal)
            .Replace("factors:\n  policy: {levels: [{kind: equal, name: Gleiche für alle}]}\n", "", StringComparison.Ordinal);
        foreach (var encoding in Others)
        {
            await File.WriteAllTextAsync(_folder.In("points.csv"), Design, encoding);
            Assert.Contains("2 design points × 2 replicates = 4 runs", await SayAsync("design.yaml", text, encoding, "validate"), StringComparison.Ordinal);
        }
    }

    // XML declares its encoding; the mark says the same.
    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("ISO-8859-1", "latin1")]
    public async Task XML_is_read_by_its_declaration(string declared, string written)
    {
        var plain = await SayAsync("a.graphml", "<graphml>" + Graph + "</graphml>", new UTF8Encoding(false), "network");
        var text = $"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n<graphml>{Graph}</graphml>";
        Assert.Equal(plain, await SayAsync("a.graphml", text, Encoding.GetEncoding(written), "network"));
    }

    private async Task<string> SayAsync(string name, string text, Encoding encoding, string verb)
    {
        await File.WriteAllTextAsync(_folder.In(name), text, encoding);
        var words = verb.Split(' ');
        var run = await CommandLine.RunAsync([words[0], _folder.In(name), .. words[1..]]);
        Assert.True(run.ExitCode == ExitCode.Complete, $"{encoding.WebName}: {run.Error}");
        return run.Output;
    }
}
