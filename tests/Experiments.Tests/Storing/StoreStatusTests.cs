using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tests.Running;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Storing;

public sealed class StoreStatusTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void What_is_there_is_counted_by_design_point_and_nothing_is_changed()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan, new SweepOptions { CreateEngine = FailingAtPointTwo });
        Directory.Delete(Path.Combine(folder.Path, "shards", "s=00000"), recursive: true);
        File.Delete(Path.Combine(folder.Path, "shards", "s=00001", "runs.parquet"));
        var before = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes);

        // Runs 0 to 13 are gone: two replicates of six points, and points 0 and 1 of the third.
        var status = StoreStatus.Of(folder.Path, _plan);
        Assert.Equal((38, 8, 14), (status.Done, status.Failed, status.Missing));
        Assert.Equal(new PointStatus(0, 7, 0, 3), status.Points[0]);
        Assert.Equal(new PointStatus(2, 0, 8, 2), status.Points[2]);
        Assert.Equal(new PointStatus(5, 8, 0, 2), status.Points[5]);
        Assert.Equal("runs.parquet is missing", Assert.Single(status.Untrusted).Reason);
        Assert.Null(status.Worker);
        Assert.Equal(before, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes));
    }

    private static Func<PlannedRun, ProgramOutcome> FailingAtPointTwo()
    {
        var engine = new TickEngine();
        return run => run.Point.Index == 2 ? throw new InvalidOperationException("no") : engine.Run(run.Point.Scenario, run.Seed);
    }

    [Fact]
    public async Task Parts_that_a_session_replaces_while_somebody_looks_are_not_taken_for_damaged()
    {
        const int Commits = 60;
        using var folder = new TemporaryFolder();
        var plan = SmallStudy.Plan();
        SmallStudy.Run(folder.Path, plan);
        using var store = SmallStudy.Open(folder.Path, plan);
        var rows = store.ReadShard(0);
        Directory.Delete(Path.Combine(folder.Path, "shards", "s=00000"), recursive: true);
        store.Commit(0, [rows[0]]);
        var session = Task.Run(() =>
        {
            for (var k = 0; k < Commits; k++)
            {
                store.Commit(0, [.. rows.Take(1 + (k % (SmallStudy.ShardSize - 1)))]);
            }
        });
        var (looks, empty) = (0, 0);
        var reports = new List<string>();
        while (!session.IsCompleted)
        {
            empty += store.ReadShard(0, reports.Add).Count == 0 ? 1 : 0;
            looks++;
        }

        await session;
        Assert.Empty(reports);
        Assert.Equal(0, empty);
        Assert.True(looks > 0);
    }
}
