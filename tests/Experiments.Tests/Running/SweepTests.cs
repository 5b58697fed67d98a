using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Tests.Running;

public sealed class SweepTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void One_worker_and_several_write_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var tables = new[] { 1, 2, 5 }.Select(workers =>
        {
            var results = Path.Combine(folder.Path, $"w{workers}");
            var result = SmallStudy.Run(results, _plan, new SweepOptions { Workers = workers });
            Assert.Equal((60, 0, 60, true), (result.Done, result.Failed, result.RanNow, result.IsComplete));
            return SmallStudy.Tables(results);
        }).ToList();
        Assert.Equal(tables[0], tables[1]);
        Assert.Equal(tables[0], tables[2]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 2)]
    [InlineData(33, 3)]
    [InlineData(55, 2)]
    public void A_sweep_that_was_stopped_goes_on_where_it_was_and_ends_with_the_same_bytes(int stopAfter, int workers)
    {
        using var folder = new TemporaryFolder();
        var (whole, stopped) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "stopped"));
        SmallStudy.Run(whole, _plan);

        using var stop = new CancellationTokenSource();
        var first = SmallStudy.Run(stopped, _plan, Counting(stopAfter, stop, workers), stop.Token);
        Assert.False(first.IsComplete);
        Assert.Equal(first.RanNow, first.Done);
        Assert.True(first.Done >= stopAfter);
        Assert.Equal(ExperimentStatus.Incomplete, RunTable.ManifestOf(stopped).Status);

        var second = SmallStudy.Run(stopped, _plan);
        Assert.Equal(SmallStudy.Runs - first.Done, second.RanNow);
        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(stopped));
        Assert.Equal(0, SmallStudy.Run(stopped, _plan).RanNow);
        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(stopped));
    }

    [Fact]
    public void A_run_that_fails_is_reported_and_the_others_go_on()
    {
        using var folder = new TemporaryFolder();
        var bad = _plan[20].RunId;
        var result = SmallStudy.Run(folder.Path, _plan, Failing(bad));
        Assert.Equal((59, 1, true), (result.Done, result.Failed, result.IsComplete));
        Assert.Equal(ExperimentStatus.CompleteWithFailures, RunTable.ManifestOf(folder.Path).Status);
        Assert.Contains($"{bad},20,2,3,\"InvalidOperationException: no, \"\"really\"\"\"", File.ReadAllText(Path.Combine(folder.Path, "failures.csv")),
            StringComparison.Ordinal);
        Assert.Equal(59, RunTable.Read(folder.Path).Count);

        Assert.Equal(0, SmallStudy.Run(folder.Path, _plan).RanNow);
        var retried = SmallStudy.Run(folder.Path, _plan, new SweepOptions { RetryFailed = true });
        Assert.Equal((60, 0, 1), (retried.Done, retried.Failed, retried.RanNow));
        Assert.False(File.Exists(Path.Combine(folder.Path, "failures.csv")));
    }

    [Fact]
    public void Fail_fast_stops_at_the_first_failure()
    {
        using var folder = new TemporaryFolder();
        var result = SmallStudy.Run(folder.Path, _plan, Failing(_plan[3].RunId) with { FailFast = true, Workers = 1 });
        Assert.Equal((3, 1, false), (result.Done, result.Failed, result.IsComplete));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public void As_many_runs_may_fail_as_are_allowed_and_the_next_stops_the_sweep(long allowed, long failed)
    {
        using var folder = new TemporaryFolder();
        var options = new SweepOptions { Workers = 1, MaxFailures = allowed, CreateEngine = () => _ => throw new InvalidOperationException("no") };
        var result = SmallStudy.Run(folder.Path, _plan, options);
        Assert.Equal((0, failed, false), (result.Done, result.Failed, result.IsComplete));
    }

    [Fact]
    public void A_disk_that_fails_ends_the_sweep_and_keeps_what_was_committed()
    {
        using var folder = new TemporaryFolder();
        var options = new SweepOptions
        {
            Workers = 1,
            CreateEngine = () =>
            {
                var engine = new TickEngine();
                return run =>
                {
                    if (run.Index == 30)
                    {
                        // No folder, no shard: what a disk that has gone away looks like.
                        Directory.Move(Path.Combine(folder.Path, "shards"), Path.Combine(folder.Path, "gone"));
                        File.WriteAllText(Path.Combine(folder.Path, "shards"), "");
                    }

                    return engine.Run(run.Point.Scenario, run.Seed);
                };
            },
        };
        var error = Assert.Throws<StoreException>(() => SmallStudy.Run(folder.Path, _plan, options));
        Assert.Equal(StoreProblem.NotWritable, error.Problem);
        Assert.Contains("What was committed is kept", error.Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder.Path, "shards"));
        Directory.Move(Path.Combine(folder.Path, "gone"), Path.Combine(folder.Path, "shards"));
        Assert.Equal(60 - 28, SmallStudy.Run(folder.Path, _plan).RanNow);
    }

    [Fact]
    public void Replays_agree_bit_for_bit_and_a_changed_row_is_found()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var table = RunTable.Read(folder.Path);
        Assert.All(Enumerable.Range(0, 20), k => Assert.Empty(Replay.Run(_plan, table, 3 * k).Differences));
        var other = Replay.Run(SmallStudy.Plan(seed: 2), table, 0);
        Assert.False(other.Agrees);
        Assert.Equal("stateDigest", other.Differences[^1].Column);
    }

    [Fact]
    public void A_run_is_found_by_a_beginning_of_its_id()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var table = RunTable.Read(folder.Path);
        Assert.Equal(17, Replay.Find(table, _plan[17].RunId[..10]));
        Assert.Contains("there is no run", Assert.Throws<StoreException>(() => Replay.Find(table, "zzz")).Message, StringComparison.Ordinal);
    }

    private static SweepOptions Counting(int stopAfter, CancellationTokenSource stop, int workers)
    {
        var ran = 0;
        return new SweepOptions
        {
            Workers = workers,
            CreateEngine = () =>
            {
                var engine = new TickEngine();
                return run =>
                {
                    var outcome = engine.Run(run.Point.Scenario, run.Seed);
                    if (Interlocked.Increment(ref ran) == stopAfter)
                    {
                        stop.Cancel();
                    }

                    return outcome;
                };
            },
        };
    }

    private static SweepOptions Failing(string runId) => new()
    {
        CreateEngine = () =>
        {
            var engine = new TickEngine();
            return run => run.RunId == runId ? throw new InvalidOperationException("no, \"really\"") : engine.Run(run.Point.Scenario, run.Seed);
        },
    };
}
