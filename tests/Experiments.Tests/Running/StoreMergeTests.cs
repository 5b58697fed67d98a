using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Running;

public sealed class StoreMergeTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void Halves_of_two_machines_give_the_bytes_of_the_whole_and_all_sessions()
    {
        using var folder = new TemporaryFolder();
        var (whole, early, late, merged) = (In(folder, "whole"), In(folder, "early"), In(folder, "late"), In(folder, "merged"));
        SmallStudy.Run(whole, _plan);
        Half(early, shard => shard < 5, otherShardSize: false);
        Half(late, shard => shard >= 4, otherShardSize: false);
        Assert.Equal(35, Merge(merged, early).Done);
        var result = Merge(merged, late);
        Assert.Equal((60, 25, true), (result.Done, result.RanNow, result.IsComplete));
        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(merged));
        Assert.Equal(0, Merge(merged, early).RanNow);
        Assert.Equal(5, RunTable.ManifestOf(merged).Sessions.Count);
    }

    [Fact]
    public void Folders_with_other_shards_are_merged_too()
    {
        using var folder = new TemporaryFolder();
        var (whole, source, merged) = (In(folder, "whole"), In(folder, "source"), In(folder, "merged"));
        SmallStudy.Run(whole, _plan);
        Half(source, _ => true, otherShardSize: true);
        Assert.True(Merge(merged, source).IsComplete);
        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(merged));
    }

    [Fact]
    public void A_run_with_two_results_is_refused()
    {
        using var folder = new TemporaryFolder();
        var (a, b) = (In(folder, "a"), In(folder, "b"));
        SmallStudy.Run(a, _plan);
        SmallStudy.Run(b, _plan);
        var shards = new ShardSet(a, _plan, new RunColumns(_plan.Points), SmallStudy.ShardSize);
        shards.Commit(2, [.. shards.Read(2).Select(r => r with { EndCause = "none" })]);
        var error = Assert.Throws<StoreException>(() => Merge(b, a));
        Assert.Equal(StoreProblem.Contradiction, error.Problem);
        Assert.Contains($"run {_plan[14].RunId} has two results that differ in endCause", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_replaces_a_failure_and_not_the_other_way_round()
    {
        using var folder = new TemporaryFolder();
        var (failing, good) = (In(folder, "failing"), In(folder, "good"));
        SmallStudy.Run(failing, _plan, new SweepOptions { CreateEngine = () => Failing });
        SmallStudy.Run(good, _plan);
        Assert.Equal((60, 0), (Merge(good, failing).Done, Merge(good, failing).RanNow));
        Assert.Equal((60, 0, 60), (Merge(failing, good).Done, Merge(failing, good).Failed, SmallStudy.Runs));
        Assert.Equal(SmallStudy.Tables(good), SmallStudy.Tables(failing));
    }

    [Fact]
    public void Another_experiment_is_refused()
    {
        using var folder = new TemporaryFolder();
        var (mine, other) = (In(folder, "mine"), In(folder, "other"));
        SmallStudy.Run(mine, _plan);
        SmallStudy.Run(other, SmallStudy.Plan(seed: 2));
        Assert.Equal(StoreProblem.OtherExperiment, Assert.Throws<StoreException>(() => Merge(mine, other)).Problem);
    }

    private static ProgramOutcome Failing(PlannedRun run) => throw new InvalidOperationException("no");

    private static string In(TemporaryFolder folder, string name) => Path.Combine(folder.Path, name);

    private SweepResult Merge(string target, string source)
    {
        using var store = SmallStudy.Open(target, _plan);
        return StoreMerge.Merge(_plan, store, [source], new SweepOptions());
    }

    private void Half(string folder, Func<int, bool> wanted, bool otherShardSize)
    {
        var manifest = SmallStudy.Manifest(_plan) with { ShardSize = otherShardSize ? 25 : SmallStudy.ShardSize };
        using (var store = RunStore.Open(folder, _plan, manifest, new Dictionary<string, string>()))
        {
            Sweep.Run(_plan, store, new SweepOptions(), CancellationToken.None);
        }

        foreach (var shard in Enumerable.Range(0, 9).Where(k => !wanted(k)))
        {
            Directory.Delete(Path.Combine(folder, "shards", $"s={shard:D5}"), recursive: true);
        }
    }
}
