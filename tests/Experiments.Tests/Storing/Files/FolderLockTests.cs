using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Tests.Storing.Files;

public sealed class FolderLockTests
{
    [Fact]
    public void Somebody_who_only_asks_who_is_at_work_does_not_keep_a_session_out()
    {
        using var folder = new TemporaryFolder();
        FolderLock.Take(folder.Path).Dispose();

        // What HolderOf does, until the second try.
        var asking = new FileStream(Path.Combine(folder.Path, ".lock"), FileMode.Open, FileAccess.Read, FileShare.Read);
        var waits = 0;
        using var taken = FolderLock.Take(folder.Path, () =>
        {
            waits++;
            asking.Dispose();
        });
        Assert.Equal(1, waits);
        Assert.Equal($"{Environment.MachineName}:{Environment.ProcessId}", FolderLock.HolderOf(folder.Path));
    }

    [Fact]
    public void A_session_at_work_keeps_another_out_however_often_it_tries()
    {
        using var folder = new TemporaryFolder();
        using var first = FolderLock.Take(folder.Path);
        var waits = 0;
        Assert.Equal(StoreProblem.Locked, Assert.Throws<StoreException>(() => FolderLock.Take(folder.Path, () => waits++)).Problem);
        Assert.True(waits > 0);
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
