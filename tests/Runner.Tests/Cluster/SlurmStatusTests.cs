using LeadershipSim.Runner.Cluster;
using LeadershipSim.Runner.CommandLine;
using Invoked = LeadershipSim.Runner.Tests.Commands.CommandLine;

namespace LeadershipSim.Runner.Tests.Cluster;

/// <summary>Shares of work in stages are shown for what they are: without work, with work that is not submitted yet, or done.</summary>
public sealed class SlurmStatusTests : IDisposable
{
    private const int Shares = 40;
    private const int PartsOfFirstStage = 30;
    private const int MostStages = 12;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_share_without_work_in_the_stage_is_idle_and_is_not_submitted()
    {
        // 30 parts among 40 shares.
        await RunShareAsync("3/40");
        var status = StatusOf(stages: 0, []);
        Assert.Equal(Shares - PartsOfFirstStage, status.Shares.Count(s => s.State == ShareState.Idle));
        Assert.All(status.Unattended, s => Assert.Equal(1, s.Progress.Total));
        Assert.Contains("10 idle (no work in this stage)", status.AsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_is_planned_and_not_submitted_is_not_lost()
    {
        await RunShareAsync("1/1");
        Assert.Equal(ExitCode.Incomplete, await MergeAsync());
        QueuedTask[] queue = [new("7", 1, "COMPLETED", "None", ""), new("8", null, "RUNNING", "None", "n1")];
        var status = StatusOf(stages: 0, queue, shares: 1);
        Assert.Contains("1 share: 1 due (the next stage is planned, and not submitted yet)", status.AsText(), StringComparison.Ordinal);
        Assert.Single(status.Unattended);
        Assert.Contains("1 lost", StatusOf(stages: 1, queue, shares: 1).AsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_stage_all_shares_are_complete()
    {
        var code = ExitCode.Incomplete;
        for (var stage = 0; stage < MostStages && code == ExitCode.Incomplete; stage++)
        {
            await RunShareAsync("1/2");
            await RunShareAsync("2/2");
            code = await MergeAsync();
        }

        Assert.Equal(ExitCode.Complete, code);
        var status = StatusOf(stages: 0, [], shares: 2);
        Assert.StartsWith("2 shares: 2 complete" + Environment.NewLine, status.AsText(), StringComparison.Ordinal);
        Assert.Empty(status.Unattended);
    }

    [Fact]
    public async Task A_merge_that_ended_at_its_limit_is_named()
    {
        await RunShareAsync("1/1");
        var status = StatusOf(stages: 0, [new("8", null, "TIMEOUT", "TimeLimit", "n1")], shares: 1);
        Assert.Contains("the merge 8 ended TIMEOUT", status.AsText(), StringComparison.Ordinal);
        Assert.Null(status.Merge);
    }

    private static ClusterWork Work => ClusterWork.Read(ExampleFiles.Calibration, [], null, null, "slurm");

    private string Results => Work.PathIn(_folder.In("results"));

    private SlurmStatus StatusOf(int stages, IReadOnlyList<QueuedTask> queue, int shares = Shares)
    {
        SubmittedJob[] jobs = [new(DateTimeOffset.UnixEpoch, "7", 0, $"1-{shares}", "sbatch"), new(DateTimeOffset.UnixEpoch, "8", null, "", "sbatch")];
        return SlurmStatus.Of(Results, Work, new JobRecord(new JobSettings { Shares = shares, Cpus = 1, Minutes = 10 }, stages, jobs), queue);
    }

    private async Task RunShareAsync(string share)
    {
        var run = await Invoked.RunAsync("calibrate", ExampleFiles.Calibration, "--output", _folder.In("results"), "--shard", share, "-q");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
    }

    private async Task<int> MergeAsync() => (await Invoked.RunAsync("merge", Results, "-q")).ExitCode;
}
