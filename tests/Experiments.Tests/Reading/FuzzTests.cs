using System.Text;
using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Experiments.GraphFiles;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>Changed files of users: every reader takes them or says what is wrong.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly string Cases = Path.Combine(RepositoryRoot.Path, "tests/Runner.Tests/FieldCases");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", "tables/s03_strings.csv", 1)]
    [InlineData("b.csv", "tables/s11.csv.gz", 2)]
    [InlineData("a.parquet", "tables/p04_date.parquet", 3)]
    [InlineData("c.csv", "tables/s07_decimalcomma_semicolon.csv", 9)]
    public void A_changed_table_is_read_or_refused(string name, string original, int seed) =>
        Try(name, File.ReadAllBytes(Path.Combine(Cases, original)), seed, ReadColumns);

    // A footer of 500 bytes and more is most of this file: nearly every change meets it.
    [Fact]
    public void A_changed_footer_is_read_or_refused()
    {
        var original = File.ReadAllBytes(Path.Combine(Cases, "break/hang-1119-bytes.parquet"));
        original[^9] = 0;
        Try("b.parquet", original, 10, ReadColumns);
    }

    [Fact]
    public void A_changed_design_file_is_read_or_refused()
    {
        var text = ExperimentText.Valid.Replace("design: fullFactorial", "design: {kind: file, path: points.csv}", StringComparison.Ordinal);
        Assert.NotEqual(ExperimentText.Valid, text);
        var experiment = _folder.Write("b.yaml", text);
        Try("points.csv", "policy,channels.remote,demand.decisionsPerSeat\nequal,0.3,0.1\n\"generous\",0.5,0.4\n"u8.ToArray(), 11, _ =>
        {
            var read = ExperimentReader.Read(experiment);
            Assert.True(read.Spec is null != (read.Problems.Count == 0));
        });
    }

    private static void ReadColumns(string file)
    {
        var table = DataTable.Read(file);
        foreach (var column in table.Columns)
        {
            Assert.Equal(table.Count, table.Texts(column).Length);
        }
    }

    [Theory]
    [InlineData("a.graphml", "<graphml><key id=\"k\" for=\"node\" attr.name=\"level\"/><graph edgedefault=\"directed\"><node id=\"a\"><data key=\"k\">1</data></node><node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph></graphml>", 4)]
    [InlineData("a.gexf", "<gexf><graph defaultedgetype=\"directed\"><nodes><node id=\"a\" label=\"A\"/><node id=\"b\"/></nodes><edges><edge source=\"a\" target=\"b\" weight=\"2\"/></edges></graph></gexf>", 5)]
    [InlineData("a.gml", "graph [ directed 1 node [ id 0 label \"a\" ] node [ id 1 graphics [ x 1 ] ] edge [ source 0 target 1 weight 0.5 ] ]", 6)]
    [InlineData("a.net", "*Vertices 3\n1 \"Ana\"\n2 Bo\n*Arcs\n1 2 0.5\n*Edgeslist\n1 2 3\n", 7)]
    public void A_changed_network_is_read_or_refused(string name, string original, int seed) =>
        Try(name, Encoding.UTF8.GetBytes(original), seed, file => NetworkFile.Read(file));

    [Fact]
    public void A_changed_experiment_is_refused_or_can_be_written_and_read_back() => Try("a.yaml", Encoding.UTF8.GetBytes(ExperimentText.Valid), 8, file =>
    {
        if (ExperimentReader.Read(file) is not { Spec: { } spec } || !IsSmall(spec.Replicates))
        {
            return;
        }

        var plan = new ExperimentPlan(spec);
        var again = ExperimentReader.Read(_folder.Write("resolved.json", plan.ResolvedJson));
        Assert.Empty(again.Problems);
        Assert.Equal(plan.ExperimentId, new ExperimentPlan(again.Spec!).ExperimentId);
    });

    // One of each kind of term; what is read has a value, and means the same when it is read again.
    [Theory]
    [InlineData("sum(power where founder) / max(count(authority < 0.001), 1)", 12)]
    [InlineData("-2^2 + share(strain > 0.05 or not (experience >= 0.5)) * gini(authority) - log(exp(sqrt(vitality))) / tick", 13)]
    public void A_changed_expression_is_read_or_refused(string original, int seed) =>
        Fuzz.Try<ExpressionException>(Path.Combine(_folder.Path, "metric.txt"), Encoding.UTF8.GetBytes(original), seed, file =>
        {
            var read = MetricExpression.Parse(File.ReadAllText(file), SeriesCatalog.All);
            Assert.Equal(read.Unit, MetricExpression.Parse(read.Text, SeriesCatalog.All).Unit);
        });

    private static bool IsSmall(int replicates) => replicates < 1_000_000;

    private void Try(string name, byte[] original, int seed, Action<string> read) =>
        Fuzz.Try<DataException>(Path.Combine(_folder.Path, name), original, seed, read);
}
