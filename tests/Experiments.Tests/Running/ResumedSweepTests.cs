using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Tests.Running;

/// <summary>What a resumed session counts and keeps.</summary>
public sealed class ResumedSweepTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void A_session_that_is_stopped_at_once_still_counts_what_earlier_sessions_did()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        File.Delete(Path.Combine(folder.Path, "shards", "s=00000", "shard.json"));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = SmallStudy.Run(folder.Path, _plan, cancellation: stop.Token);
        Assert.Equal((SmallStudy.Runs - SmallStudy.ShardSize, 0), (result.Done, result.RanNow));
        Assert.Equal(SmallStudy.Runs - SmallStudy.ShardSize, RunTable.ManifestOf(folder.Path).RunsDone);
    }

    [Fact]
    public void A_session_that_is_stopped_at_once_does_not_take_a_receipts_word_that_all_is_there()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        File.AppendAllText(Path.Combine(folder.Path, "shards", "s=00005", "runs.parquet"), "x");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = SmallStudy.Run(folder.Path, _plan, cancellation: stop.Token);
        Assert.Equal((SmallStudy.Runs - SmallStudy.ShardSize, false), (result.Done, result.IsComplete));
        Assert.Equal(SmallStudy.ShardSize, SmallStudy.Run(folder.Path, _plan).RanNow);
    }

    [Fact]
    public void Progress_starts_with_what_is_there()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var shown = new List<RunProgress>();
        SmallStudy.Run(folder.Path, _plan, new SweepOptions { Progress = shown.Add });
        Assert.All(shown, p => Assert.Equal(SmallStudy.Runs, p.Done));
    }

    [Fact]
    public void A_run_that_succeeds_when_tried_again_stays_so_when_the_session_is_stopped()
    {
        using var folder = new TemporaryFolder();
        string[] bad = [_plan[1].RunId, _plan[4].RunId];
        Assert.Equal(2, SmallStudy.Run(folder.Path, _plan, Failing(bad)).Failed);

        // The first of the two is run again, then the session is stopped within their shard.
        using var stop = new CancellationTokenSource();
        var stopped = SmallStudy.Run(folder.Path, _plan, StoppingAfterOne(stop) with { RetryFailed = true, Workers = 1 }, stop.Token);
        Assert.Equal(1, stopped.RanNow);

        var last = SmallStudy.Run(folder.Path, _plan, new SweepOptions { RetryFailed = true });
        Assert.Equal((60, 0, 1), (last.Done, last.Failed, last.RanNow));
        Assert.Equal(9, Directory.GetDirectories(Path.Combine(folder.Path, "shards")).Length);
    }

    [Fact]
    public void Parts_that_a_later_part_holds_are_removed()
    {
        using var folder = new TemporaryFolder();
        for (var k = 0; k < 4; k++)
        {
            using var stop = new CancellationTokenSource();
            SmallStudy.Run(folder.Path, _plan, StoppingAfterOne(stop) with { Workers = 1 }, stop.Token);
        }

        Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "shards")));
        Assert.Equal(4, RunTable.ManifestOf(folder.Path).RunsDone);
    }

    [Fact]
    public void Runs_that_take_long_are_committed_before_their_shard_is_whole()
    {
        using var folder = new TemporaryFolder();
        var (whole, slow) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "slow"));
        SmallStudy.Run(whole, _plan);
        var seen = 0L;
        var options = new SweepOptions
        {
            Workers = 1,
            CommitInterval = TimeSpan.Zero,
            CreateEngine = () =>
            {
                var engine = new TickEngine();
                return run =>
                {
                    // The fifth run lasts until the four before it are on disk, where a session that comes after a crash finds them.
                    if (run.Index == 4)
                    {
                        Assert.True(SpinWait.SpinUntil(() => (seen = StoreStatus.Of(slow, _plan).Done) == 4, TimeSpan.FromSeconds(30)));
                    }

                    return engine.Run(run.Point.Scenario, run.Seed);
                };
            },
        };
        Assert.Equal((60, 0), (SmallStudy.Run(slow, _plan, options).Done, SmallStudy.Run(slow, _plan).RanNow));
        Assert.Equal(4, seen);
        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(slow));
        Assert.Equal(9, Directory.GetDirectories(Path.Combine(slow, "shards")).Length);
    }

    [Fact]
    public void A_mistake_of_the_program_ends_the_sweep_as_itself_and_keeps_the_runs_before_it()
    {
        using var folder = new TemporaryFolder();
        var options = new SweepOptions
        {
            Workers = 1,
            CreateEngine = () =>
            {
                var engine = new TickEngine();
                return run => run.Index == 10 ? throw new InsufficientMemoryException("all gone") : engine.Run(run.Point.Scenario, run.Seed);
            },
        };
        Assert.Equal("all gone", Assert.Throws<InsufficientMemoryException>(() => SmallStudy.Run(folder.Path, _plan, options)).Message);
        Assert.Equal(SmallStudy.Runs - 10, SmallStudy.Run(folder.Path, _plan).RanNow);
    }

    private static SweepOptions Failing(string[] runIds) => new()
    {
        CreateEngine = () =>
        {
            var engine = new TickEngine();
            return run => runIds.Contains(run.RunId) ? throw new InvalidOperationException("no") : engine.Run(run.Point.Scenario, run.Seed);
        },
    };

    private static SweepOptions StoppingAfterOne(CancellationTokenSource stop) => new()
    {
        CreateEngine = () =>
        {
            var engine = new TickEngine();
            return run =>
            {
                stop.Cancel();
                return engine.Run(run.Point.Scenario, run.Seed);
            };
        },
    };
}
