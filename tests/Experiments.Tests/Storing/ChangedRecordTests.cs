using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Exporting;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Experiments.Tests.Running;

namespace LeadershipSim.Experiments.Tests.Storing;

/// <summary>Pieces of what is kept of results are cut out, doubled or replaced: readers refuse them or count as missing what they cannot trust.</summary>
public sealed class ChangedRecordTests : IDisposable
{
    private const string Receipt = "shards/s=00002/shard.json";

    // To count the runs of a folder takes a hundred times as long as to read one of its records.
    private const int Slow = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly ExperimentPlan _plan = SmallStudy.Plan();
    private readonly string _results;

    public ChangedRecordTests()
    {
        _results = Path.Combine(_folder.Path, "results");
        SmallStudy.Run(_results, _plan);
    }

    public void Dispose() => _folder.Dispose();

    // Several changes can take away the hash itself, as in a folder of a version that stated none; one change cannot (ChangedByteTests).
    [Fact]
    public void A_changed_manifest_is_read_or_refused()
    {
        var original = File.ReadAllText(Path.Combine(_results, RunManifest.FileName)).TrimEnd();
        Try<StoreException>(RunManifest.FileName, 21, file =>
        {
            Assert.NotNull(RunTable.ManifestOf(_results));
            var text = File.ReadAllText(file);
            Assert.True(text.TrimEnd() == original || !StatesItsHash(text) || !SelfHash.Holds(text));
        });
    }

    [Fact]
    public void A_folder_with_a_changed_manifest_counts_all_runs_and_is_not_sound()
    {
        var original = File.ReadAllText(Path.Combine(_results, RunManifest.FileName)).TrimEnd();
        Try<StoreException>(RunManifest.FileName, 24, file =>
        {
            var status = StoreStatus.Of(_results, _plan);
            Assert.Equal(SmallStudy.Runs, status.Done + status.Failed + status.Missing);
            var text = File.ReadAllText(file);
            Assert.True(text.TrimEnd() == original || !StatesItsHash(text) || Verification.ChangedFiles(_results).Count > 0);
        }, every: Slow);
    }

    [Fact]
    public void A_changed_receipt_says_nothing_of_failures() => Try<StoreException>(Receipt, 25, file =>
        Assert.Empty(ShardFile.FailuresIn(Path.GetDirectoryName(file)!)));

    // A shard of seven runs is there as a whole or missing as a whole.
    [Fact]
    public void A_changed_receipt_is_not_trusted() => Try<StoreException>(Receipt, 22, _ =>
    {
        var status = StoreStatus.Of(_results, _plan);
        Assert.Equal((SmallStudy.Runs, 0L), (status.Done + status.Missing, status.Failed));
        Assert.Contains(status.Missing, (long[])[0, SmallStudy.ShardSize]);
    }, every: Slow);

    [Fact]
    public void A_changed_archive_is_unpacked_or_refused()
    {
        var archive = Path.Combine(_folder.Path, "results.zip");
        ResearchObject.Of(_results, new ExportOptions("CC-BY-4.0", [new Author("A. Researcher")])).WriteArchive(archive);
        Fuzz.Try<DataException>(archive, File.ReadAllBytes(archive), 23, file => PackedArchive.Unpack(file, "unpacked", _ => new MemoryStream()));
    }

    private static bool StatesItsHash(string text) => text.Contains(",\n  \"sha256OfTheAbove\": \"", StringComparison.Ordinal);

    private void Try<TRefusal>(string name, int seed, Action<string> read, int every = 1)
        where TRefusal : Exception
    {
        var file = Path.Combine(_results, name);
        Fuzz.Try<TRefusal>(file, File.ReadAllBytes(file), seed, read, every);
    }
}
