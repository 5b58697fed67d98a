using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadershipSim.Experiments.GraphFiles;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>
/// Changed files, from fixed seeds: every reader takes them or says what is wrong, within two seconds. LEADERSIM_FUZZ_INPUTS sets how many
/// inputs each reader meets: 1000 altogether in the suite, 100000 for a release.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int Readers = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly int Inputs = int.Parse(Environment.GetEnvironmentVariable("LEADERSIM_FUZZ_INPUTS") ?? "1000", CultureInfo.InvariantCulture);
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

    private static bool IsSmall(int replicates) => replicates < 1_000_000;

    private void Try(string name, byte[] original, int seed, Action<string> read)
    {
        var random = new Random(seed);
        for (var k = 0; k < Math.Max(1, Inputs / Readers); k++)
        {
            var bytes = Changed(original, random);
            var file = Path.Combine(_folder.Path, name);
            File.WriteAllBytes(file, bytes);
            var watch = Stopwatch.StartNew();
            try
            {
                read(file);
            }
            catch (DataException)
            {
                // Refused, with a message: what is asked for.
            }
            catch (Exception error)
            {
                Assert.Fail($"seed {seed}, input {k}, {Convert.ToBase64String(bytes)}: {error}");
            }

            Assert.True(watch.Elapsed < Patience, $"seed {seed}, input {k} took {watch.Elapsed}: {Convert.ToBase64String(bytes)}");
        }
    }

    private static byte[] Changed(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(20, bytes.Count - at) + 1);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes("[]{}<>\"';,:\0\t\n*#&-0".Substring(random.Next(19), 1)));
                    break;
            }
        }

        return [.. bytes];
    }
}
