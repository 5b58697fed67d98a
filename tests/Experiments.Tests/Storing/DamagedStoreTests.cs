using System.Security.Cryptography;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tests.Running;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Tests.Storing;

/// <summary>Files that are whole, and still not what a store wrote.</summary>
public sealed class DamagedStoreTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"runs\": 7, \"sha256\": \"HASH\"}")]
    [InlineData("{\"runs\": 7, \"sha256\": null, \"failures\": []}")]
    [InlineData("{\"runs\": 7, \"sha256\": \"HASH\", \"failures\": null}")]
    [InlineData("{\"runs\": 7, \"sha256\": \"HASH\", \"failures\": [null]}")]
    [InlineData("{\"runs\": 7, \"sha256\": \"HASH\", \"failures\": [{\"runId\": \"x\", \"runIndex\": -1, \"pointIndex\": 0, \"replicate\": 0, \"outputs\": [], \"endCause\": \"\", \"coreExitTicks\": \"\", \"stateDigest\": \"\", \"error\": \"no\"}]}")]
    public void A_receipt_that_says_something_else_is_not_trusted(string receipt)
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var tables = SmallStudy.Tables(folder.Path);
        var shard = Path.Combine(folder.Path, "shards", "s=00003");
        File.WriteAllText(Path.Combine(shard, "shard.json"), receipt.Replace("HASH", HashOf(Path.Combine(shard, "runs.parquet")), StringComparison.Ordinal));
        AssertRunAgain(folder.Path, tables);
    }

    [Fact]
    public async Task A_table_with_other_columns_is_not_trusted_even_when_its_receipt_is()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var tables = SmallStudy.Tables(folder.Path);
        var shard = Path.Combine(folder.Path, "shards", "s=00003");
        var table = Path.Combine(shard, "runs.parquet");
        await WriteOtherTable(table);
        File.WriteAllText(Path.Combine(shard, "shard.json"), $"{{\"runs\": 7, \"sha256\": \"{HashOf(table)}\", \"failures\": []}}");
        AssertRunAgain(folder.Path, tables);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"name\": \"a\", \"experimentId\": \"b\", \"seed\": 1, \"seeding\": \"common\", \"factors\": [], \"runsPlanned\": 1, \"shardSize\": 1, \"sessions\": null}")]
    [InlineData("{\"name\": \"a\", \"experimentId\": \"b\", \"seed\": 1, \"seeding\": \"common\", \"factors\": null, \"runsPlanned\": 1, \"shardSize\": 1}")]
    [InlineData("{\"name\": \"a\", \"experimentId\": \"b\", \"seed\": 1, \"seeding\": \"shared\", \"factors\": [], \"runsPlanned\": 1, \"shardSize\": 1}")]
    [InlineData("{\"name\": \"a\", \"experimentId\": \"b\", \"seed\": 1, \"seeding\": \"common\", \"factors\": [], \"runsPlanned\": 1, \"shardSize\": 0}")]
    [InlineData("{\"name\": \"a\", \"experimentId\": \"b\", \"seed\": 1, \"seeding\": \"common\", \"factors\": [], \"runsPlanned\": 1, \"shardSize\": 1, \"hashes\": {\"a\": null}}")]
    public void A_manifest_that_is_none_is_named(string manifest)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("manifest.json", manifest);
        var error = Assert.Throws<StoreException>(() => RunTable.ManifestOf(folder.Path));
        Assert.Equal(StoreProblem.NotReadable, error.Problem);
        Assert.StartsWith($"{file} cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_all_runs_with_other_columns_is_made_again_and_named_until_then()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var tables = SmallStudy.Tables(folder.Path);
        await WriteOtherTable(Path.Combine(folder.Path, "runs.parquet"));
        var error = Assert.Throws<StoreException>(() => RunTable.Read(folder.Path));
        Assert.Contains("does not have the hash that manifest.json states", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, SmallStudy.Run(folder.Path, _plan).RanNow);
        Assert.Equal(tables, SmallStudy.Tables(folder.Path));
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static async Task WriteOtherTable(string file)
    {
        var field = new DataField("other", typeof(long), isNullable: false);
        await using var stream = File.Create(file);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), stream);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<long>(field, new long[] { 1, 2, 3, 4, 5, 6, 7 });
        group.CompleteValidate();
    }

    private void AssertRunAgain(string folder, string[] tables)
    {
        Assert.Equal(SmallStudy.ShardSize, StoreStatus.Of(folder, _plan).Missing);
        var reports = new List<string>();
        Assert.Equal(SmallStudy.ShardSize, SmallStudy.Run(folder, _plan, new SweepOptions { Report = reports.Add }).RanNow);
        Assert.Contains("s=00003 is not used, its runs are run again: ", Assert.Single(reports), StringComparison.Ordinal);
        Assert.Equal(tables, SmallStudy.Tables(folder));
    }
}
