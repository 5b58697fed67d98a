using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tests.Running;

namespace LeadershipSim.Experiments.Tests.Checking;

public sealed class VerificationTests : IDisposable
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();
    private readonly TemporaryFolder _folder = new();

    public VerificationTests() => SmallStudy.Run(_folder.Path, _plan);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 20)]
    [InlineData(1000, SmallStudy.Runs)]
    public void A_folder_as_it_was_written_has_no_faults(long sample, long replayed)
    {
        var verification = Verify(sample);
        Assert.Empty(verification.Faults);
        Assert.True(verification.IsSound);
        Assert.Equal(
            (5, SmallStudy.Runs, SmallStudy.Runs, replayed),
            (verification.FilesChecked, verification.RunsPresent, verification.RunsPlanned, verification.RunsReplayed));
    }

    [Fact]
    public void Changed_and_missing_files_are_named()
    {
        File.AppendAllText(In("runs.csv"), "x");
        File.Delete(In("points.parquet"));
        Assert.Equal(
            [(FaultKind.FileMissing, "points.parquet"), (FaultKind.FileChanged, "runs.csv"), (FaultKind.FileMissing, "points.parquet"),
                (FaultKind.TableDiffers, "runs.csv")],
            Verify(0).Faults.Select(f => (f.Kind, Path.GetFileName(f.Where))));
    }

    // Older versions ended lines of text with CR LF.
    [Fact]
    public void A_folder_whose_tables_have_the_line_ends_of_an_older_version_has_no_faults()
    {
        File.WriteAllText(In("runs.csv"), File.ReadAllText(In("runs.csv")).Replace("\n", "\r\n", StringComparison.Ordinal));
        var manifest = RunManifest.Read(_folder.Path)!;
        (manifest with { Hashes = manifest.Hashes.ToDictionary(h => h.Key, h => ShardFile.HashOf(In(h.Key))) }).Write(_folder.Path);

        Assert.Empty(Verify(0).Faults);
    }

    [Fact]
    public void A_damaged_shard_and_the_runs_that_are_missing_are_named()
    {
        File.Delete(In("shards/s=00002/shard.json"));
        var faults = Verify(SmallStudy.Runs).Faults;
        Assert.Equal([FaultKind.ShardUntrusted, FaultKind.RunsMissing], faults.Select(f => f.Kind));
        Assert.EndsWith("s=00002", faults[0].Where, StringComparison.Ordinal);
        Assert.StartsWith("7 of 60 runs are not there", faults[1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_and_a_manifest_changed_together_still_differ_from_the_shards()
    {
        var file = In("runs.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("horizon", "failure", StringComparison.Ordinal));
        var manifest = RunManifest.Read(_folder.Path)!;
        (manifest with { Hashes = manifest.Hashes.ToDictionary(h => h.Key, h => ShardFile.HashOf(In(h.Key))) }).Write(_folder.Path);
        Assert.Equal([FaultKind.TableDiffers], Verify(0).Faults.Select(f => f.Kind));
    }

    [Fact]
    public void A_result_that_the_model_does_not_give_is_found_by_replay()
    {
        var columns = new RunColumns(_plan.Points);
        var shards = new ShardSet(_folder.Path, _plan, columns, SmallStudy.ShardSize);
        RunRow[] rows = [.. shards.Read(1)];
        rows[3] = rows[3] with { StateDigest = "0000000000000000" };
        shards.Commit(1, rows);
        var faults = Verify(SmallStudy.Runs).Faults.Where(f => f.Kind == FaultKind.ReplayDiffers).ToList();
        Assert.Equal(_plan[SmallStudy.ShardSize + 3].RunId, Assert.Single(faults).Where);
        Assert.StartsWith("stateDigest: stored 0000000000000000, replayed ", faults[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_has_as_many_runs_as_were_asked_for_each_equally_often()
    {
        // 4000 draws of 3 of 12: each run is drawn with probability 1/4, binomial standard deviation 27; 6 of them are allowed.
        var counts = new int[12];
        for (var seed = 0; seed < 4000; seed++)
        {
            var sample = RunSample.Of(12, 3, seed);
            int[] drawn = [.. Enumerable.Range(0, 12).Where(k => sample.Has(k))];
            Assert.Equal(3, drawn.Length);
            Assert.Equal(drawn.Any(k => k is >= 4 and < 8), sample.HasAny(4, 4));
            Array.ForEach(drawn, k => counts[k]++);
        }

        Assert.All(counts, c => Assert.InRange(c, 1000 - 164, 1000 + 164));
    }

    private Verification Verify(long sample) => Verification.Of(_plan, _folder.Path, new VerificationOptions { Sample = sample, Seed = 3 });

    private string In(string name) => Path.Combine(_folder.Path, name);
}
