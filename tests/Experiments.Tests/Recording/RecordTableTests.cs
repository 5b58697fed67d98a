using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Experiments.Tests.Running;
using Parquet;

namespace LeadershipSim.Experiments.Tests.Recording;

/// <summary>The tables of events and series in a results folder.</summary>
public sealed class RecordTableTests : IDisposable
{
    private const string Asked = "outputs: {events: true, series: {every: 5, metrics: [vitality, departures], replicates: 3}}";
    private static readonly string[] Tables = ["runs.parquet", "runs.csv", "points.parquet", "events.parquet", "series.parquet"];

    private readonly ExperimentPlan _plan = SmallStudy.Plan(more: Asked);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Asking_for_more_changes_no_run_no_id_of_a_run_and_no_byte_of_their_table()
    {
        var plain = SmallStudy.Plan();
        Assert.NotEqual(plain.ExperimentId, _plan.ExperimentId);
        Assert.Equal(Enumerable.Range(0, SmallStudy.Runs).Select(k => plain[k].RunId), Enumerable.Range(0, SmallStudy.Runs).Select(k => _plan[k].RunId));
        SmallStudy.Run(In("plain"), plain);
        SmallStudy.Run(In("more"), _plan);
        Assert.Equal(SmallStudy.Tables(In("plain")), SmallStudy.Tables(In("more")));
        Assert.False(File.Exists(Path.Combine(In("plain"), "events.parquet")));
        Assert.Equal(plain.ExperimentId, SmallStudy.Plan(more: "outputs: {events: false}").ExperimentId);
    }

    [Fact]
    public void Workers_stops_and_shares_change_no_byte()
    {
        SmallStudy.Run(In("one"), _plan, new SweepOptions { Workers = 1 });
        SmallStudy.Run(In("three"), _plan, new SweepOptions { Workers = 3 });
        foreach (var share in new[] { 2, 1, 3, 4 })
        {
            SmallStudy.Run(In("stopped"), _plan, new SweepOptions { Share = new RunShare(share, 4) });
            SmallStudy.Run(In($"share{share}"), _plan, new SweepOptions { Share = new RunShare(share, 4) });
        }

        SmallStudy.Run(In("stopped"), _plan);
        using (var store = SmallStudy.Open(In("merged"), _plan))
        {
            StoreMerge.Merge(_plan, store, [In("share1"), In("share4"), In("share3"), In("share2")], new SweepOptions());
        }

        Assert.All(["three", "stopped", "merged"],
            other => Assert.All(Tables, t => Assert.True(Bytes("one", t).SequenceEqual(Bytes(other, t)), $"{other}: {t}")));
        Assert.Empty(Verification.Of(_plan, In("merged"), new VerificationOptions { Sample = SmallStudy.Runs }).Faults);
    }

    [Theory]
    [InlineData("events.parquet", true)]
    [InlineData("series.parquet", true)]
    [InlineData("events.parquet", false)]
    [InlineData("series.parquet", false)]
    public void A_shard_whose_table_is_cut_off_or_gone_is_run_again(string table, bool isThere)
    {
        SmallStudy.Run(In("whole"), _plan);
        SmallStudy.Run(In("damaged"), _plan);
        var file = Path.Combine(In("damaged"), "shards", "s=00004", table);
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        if (isThere)
        {
            File.WriteAllBytes(file, bytes[..^20]);
        }

        var reports = new List<string>();
        Assert.Equal(SmallStudy.ShardSize, StoreStatus.Of(In("damaged"), _plan).Missing);
        Assert.Equal(SmallStudy.ShardSize, SmallStudy.Run(In("damaged"), _plan, new SweepOptions { Report = reports.Add }).RanNow);
        Assert.Contains($"{table} {(isThere ? "does not have the hash" : "is missing")}", Assert.Single(reports), StringComparison.Ordinal);
        Assert.All(Tables, t => Assert.Equal(Bytes("whole", t), Bytes("damaged", t)));
    }

    [Fact]
    public void A_table_that_is_not_what_the_shards_give_and_a_record_that_is_not_what_its_run_gives_are_faults()
    {
        SmallStudy.Run(In("changed"), _plan);
        File.AppendAllText(Path.Combine(In("changed"), "series.parquet"), "x");
        var shards = new ShardSet(In("changed"), _plan, new RunColumns(_plan.Points), SmallStudy.ShardSize);
        shards.Commit(2, [.. shards.Read(2).Select(r => r.RunIndex == 15 ? r with { Record = r.Record with { Events = [] } } : r)]);

        var faults = Verification.Of(_plan, In("changed"), new VerificationOptions { Sample = SmallStudy.Runs }).Faults;

        Assert.Contains(faults, f => f.Kind == FaultKind.FileChanged && f.Where.EndsWith("series.parquet", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Kind == FaultKind.TableDiffers && f.Where.EndsWith("events.parquet", StringComparison.Ordinal));
        var replay = Assert.Single(faults, f => f.Kind == FaultKind.ReplayDiffers);
        Assert.Equal(_plan[15].RunId, replay.Where);
        Assert.StartsWith("events: stored 0 events, replayed ", replay.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_are_a_table_with_what_was_thrown_and_the_factors()
    {
        var options = new SweepOptions
        {
            CreateEngine = () => run => run.Index is 9 or 50
                ? throw new ArgumentException("no: never") : new Simulation.TickEngine().Run(run.Point.Scenario, run.Seed, run.Observer),
        };
        SmallStudy.Run(In("failing"), _plan, options);

        await using (var reader = await ParquetReader.CreateAsync(Path.Combine(In("failing"), "failures.parquet")))
        {
            Assert.Equal(["runId", "runIndex", "pointIndex", "replicate", "policy", "channels.remote", "exceptionType", "message"],
                reader.Schema.DataFields.Select(f => f.Name));
            var (ids, types, messages) = (new List<string>(), new List<string>(), new List<string>());
            for (var k = 0; k < reader.RowGroupCount; k++)
            {
                using var group = reader.OpenRowGroupReader(k);
                async Task AddAsync(List<string> values, int field) =>
                    values.AddRange(await ColumnReader.TextsAsync(group, reader.Schema.DataFields[field], (int)group.RowCount));
                await AddAsync(ids, 0);
                await AddAsync(types, 6);
                await AddAsync(messages, 7);
            }

            Assert.Equal([_plan[9].RunId, _plan[50].RunId], ids);
            Assert.Equal(["ArgumentException", "ArgumentException"], types);
            Assert.Equal(["no: never", "no: never"], messages);
        }

        Assert.Contains("failures.parquet", RunTable.ManifestOf(In("failing")).Hashes.Keys);
        SmallStudy.Run(In("failing"), _plan, new SweepOptions { RetryFailed = true });
        Assert.False(File.Exists(Path.Combine(In("failing"), "failures.parquet")));
        Assert.Empty(Verification.Of(_plan, In("failing"), new VerificationOptions()).Faults);
    }

    private string In(string name) => Path.Combine(_folder.Path, name);

    private byte[] Bytes(string results, string table) => File.ReadAllBytes(Path.Combine(In(results), table));
}
