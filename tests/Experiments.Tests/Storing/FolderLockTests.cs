using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Tests.Storing;

public sealed class FolderLockTests
{
    [Fact]
    public void Somebody_who_only_asks_who_is_at_work_does_not_keep_a_session_out()
    {
        using var folder = new TemporaryFolder();
        FolderLock.Take(folder.Path).Dispose();

        // What HolderOf does, for longer.
        var asking = new FileStream(Path.Combine(folder.Path, ".lock"), FileMode.Open, FileAccess.Read, FileShare.Read);
        using var letGo = new Timer(_ => asking.Dispose(), null, TimeSpan.FromMilliseconds(30), Timeout.InfiniteTimeSpan);
        using var taken = FolderLock.Take(folder.Path);
        Assert.Equal($"{Environment.MachineName}:{Environment.ProcessId}", FolderLock.HolderOf(folder.Path));
    }

    [Fact]
    public void Nobody_is_at_work_where_nobody_was_and_where_the_last_session_ended()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(FolderLock.HolderOf(folder.Path));
        FolderLock.Take(folder.Path).Dispose();
        Assert.Null(FolderLock.HolderOf(folder.Path));
    }
}
