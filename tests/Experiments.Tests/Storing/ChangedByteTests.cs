using System.Globalization;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tests.Running;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Storing;

/// <summary>
/// One byte of a results folder changes, from fixed seeds: the verification finds it, and whoever reads the table of runs gets the numbers that
/// were written or an error. LEADERSIM_FUZZ_INPUTS sets how many changes are tried, over all files a quarter of it.
/// </summary>
public sealed class ChangedByteTests : IClassFixture<ChangedByteTests.Finished>
{
    // Each change is met by a verification of the whole folder.
    private const int Share = 48;

    // Shard 2 has seven runs from 14 on.
    private const int FailingRun = 15;
    private static readonly int Inputs = int.Parse(Environment.GetEnvironmentVariable("LEADERSIM_FUZZ_INPUTS") ?? "1000", CultureInfo.InvariantCulture);
    private readonly Finished _finished;

    public ChangedByteTests(Finished finished) => _finished = finished;

    [Theory]
    [InlineData("manifest.json", 1)]
    [InlineData("experiment.resolved.json", 2)]
    [InlineData("runs.parquet", 3)]
    [InlineData("runs.csv", 4)]
    [InlineData("points.parquet", 5)]
    [InlineData("events.parquet", 6)]
    [InlineData("series.parquet", 7)]
    [InlineData("columns.json", 8)]
    [InlineData("shards/s=00002/runs.parquet", 9)]
    [InlineData("shards/s=00002/events.parquet", 10)]
    [InlineData("shards/s=00002/series.parquet", 11)]
    [InlineData("shards/s=00002/shard.json", 12)]
    [InlineData("failures.parquet", 13)]
    [InlineData("failures.csv", 14)]
    [Trait("Speed", "Slow")]
    public void A_changed_byte_is_found(string name, int seed)
    {
        var file = Path.Combine(_finished.Folder, name);
        var (bytes, random) = (File.ReadAllBytes(file), new Random(seed));
        try
        {
            for (var k = 0; k < Math.Max(1, Inputs / Share); k++)
            {
                var (at, bit) = (random.Next(bytes.Length), random.Next(8));
                byte[] changed = [.. bytes];
                changed[at] ^= (byte)(1 << bit);
                File.WriteAllBytes(file, changed);
                Assert.True(IsFound(), $"{name}: byte {at}, bit {bit} is taken as it is");
                Assert.True(_finished.ReadsTheSameOrRefuses(), $"{name}: byte {at}, bit {bit} changes what is read");
            }
        }
        finally
        {
            File.WriteAllBytes(file, bytes);
        }
    }

    // The hash stands under a name; with another name it would be none.
    [Theory]
    [InlineData("manifest.json")]
    [InlineData("shards/s=00002/shard.json")]
    public void A_changed_name_of_a_hash_is_found(string name)
    {
        var file = Path.Combine(_finished.Folder, name);
        var text = File.ReadAllText(file);
        try
        {
            File.WriteAllText(file, text.Replace("sha256OfTheAbove", "sha256OfTheAbovf", StringComparison.Ordinal));
            Assert.True(IsFound());
        }
        finally
        {
            File.WriteAllText(file, text);
        }
    }

    [Fact]
    public void Results_as_they_were_written_are_sound()
    {
        Assert.Empty(Verification.Of(_finished.Plan, _finished.Folder, new VerificationOptions { Sample = 0 }).Faults);
        Assert.Empty(Verification.UnlistedFiles(_finished.Folder));
    }

    private bool IsFound()
    {
        try
        {
            return !Verification.Of(_finished.Plan, _finished.Folder, new VerificationOptions { Sample = 0 }).IsSound;
        }
        catch (StoreException)
        {
            return true;
        }
    }

    /// <summary>One finished study with events, series and a run that failed for all tests of the class.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly double[] _numbers;

        public Finished()
        {
            Plan = SmallStudy.Plan(more: "outputs: {events: true, series: {every: 10}}");
            SmallStudy.Run(Folder, Plan, new SweepOptions { CreateEngine = FailingInShardTwo });
            _numbers = Numbers();
        }

        public string Folder => _folder.Path;

        internal ExperimentPlan Plan { get; }

        public void Dispose() => _folder.Dispose();

        // Its error stands in the shard's receipt, and in no table that the receipt has a hash of.
        private static Func<PlannedRun, ProgramOutcome> FailingInShardTwo()
        {
            var engine = new TickEngine();
            return run => run.Index == FailingRun ? throw new InvalidOperationException("a text that somebody reads") : engine.Run(run.Point.Scenario, run.Seed);
        }

        internal bool ReadsTheSameOrRefuses()
        {
            try
            {
                return Numbers().SequenceEqual(_numbers);
            }
            catch (StoreException)
            {
                return true;
            }
        }

        private double[] Numbers() => RunTable.Read(Folder) is var table ? [.. table.Outputs.SelectMany(table.Numbers).Where(double.IsFinite)] : [];
    }
}
