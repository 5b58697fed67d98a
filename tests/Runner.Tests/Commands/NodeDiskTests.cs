using System.Diagnostics;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>What a session that was killed has left on its node's disk (--scratch) is moved to the results by the next one, and what is in use stays.</summary>
public sealed class NodeDiskTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("whole")]
    [InlineData("1-of-2", "--shard", "1/2")]
    public async Task Runs_of_a_dead_session_are_taken_and_its_folder_is_removed(string name, params string[] share)
    {
        var left = await LeaveAsync(name, share, EndedProcess(), Environment.MachineName);

        var run = await RunAsync("next", ["--scratch", _folder.In("disk"), .. share]);

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains($"runs that a killed session left in {left}, and removed the folder", run.Error, StringComparison.Ordinal);
        Assert.Contains("were there already", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.In("disk")));
    }

    [Fact]
    public async Task A_folder_of_a_process_that_lives_is_left_alone_even_where_locks_do_not_hold()
    {
        using var self = Process.GetCurrentProcess();
        await AssertStaysAsync(await LeaveAsync("whole", [], (self.Id, self.StartTime.ToUniversalTime()), Environment.MachineName));
    }

    [Fact]
    public async Task A_folder_of_another_host_is_left_alone_while_its_lock_is_held()
    {
        var left = await LeaveAsync("whole", [], EndedProcess(), "another-node");
        await using var held = new FileStream(Path.Combine(left, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        await AssertStaysAsync(left);
    }

    [Fact]
    public async Task A_number_that_another_process_has_by_now_does_not_keep_a_folder()
    {
        using var self = Process.GetCurrentProcess();
        var left = await LeaveAsync("whole", [], (self.Id, LongAgo), Environment.MachineName);
        Assert.Contains(left, (await RunAsync("next", ["--scratch", _folder.In("disk")])).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task Folders_of_other_shares_and_folders_that_are_being_made_stay()
    {
        var other = await LeaveAsync("2-of-2", ["--shard", "2/2"], EndedProcess(), Environment.MachineName);
        var name = Path.GetFileName(other).Replace("2-of-2", "1-of-2", StringComparison.Ordinal)[..^2];
        var young = Directory.CreateDirectory(Path.Combine(_folder.In("disk"), name + "00")).FullName;
        var old = Directory.CreateDirectory(Path.Combine(_folder.In("disk"), name + "11")).FullName;
        Directory.SetLastWriteTimeUtc(old, LongAgo);

        var run = await RunAsync("next", ["--scratch", _folder.In("disk"), "--shard", "1/2"]);

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains($"removed {old}, which a killed session left; no runs that are missing were in it", run.Error, StringComparison.Ordinal);
        Assert.Equal([other, young], Directory.GetDirectories(_folder.In("disk")).Order(StringComparer.Ordinal).OrderByDescending(f => f == other));
    }

    private async Task AssertStaysAsync(string left)
    {
        var run = await RunAsync("next", ["--scratch", _folder.In("disk")]);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.DoesNotContain(left, run.Error, StringComparison.Ordinal);
        Assert.Equal([left], Directory.GetDirectories(_folder.In("disk")));
    }

    // As a session leaves it that was killed: some of the runs, and who it was.
    private async Task<string> LeaveAsync(string name, string[] share, (int Number, DateTime Start) owner, string host)
    {
        var some = (await RunAsync("before", share)).Output.Trim();
        Assert.NotEmpty(some);
        var id = share.Length > 0 ? Path.GetFileName(Path.GetDirectoryName(some)!)[..^".parts".Length] : Path.GetFileName(some);
        var left = Path.Combine(_folder.In("disk"), $"leadersim-{id}-{name}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_folder.In("disk"));
        Directory.Move(some, left);
        await File.WriteAllTextAsync(Path.Combine(left, ".owner"), FormattableString.Invariant($"{host}\n{owner.Number}\n{owner.Start:O}\n"));
        return left;
    }

    private static (int Number, DateTime Start) EndedProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("true"))!;
        process.WaitForExit();
        return (process.Id, DateTime.UtcNow);
    }

    private Task<CommandLine> RunAsync(string root, string[] options) =>
        CommandLine.RunAsync(["run", ExampleFiles.Small, "--output", _folder.In(root), .. options]);
}
