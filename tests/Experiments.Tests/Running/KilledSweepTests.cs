using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Tests.Running;

public sealed class KilledSweepTests
{
    private const int Kills = 20;
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    [Trait("Speed", "Slow")]
    public void Killed_at_random_moments_and_started_again_it_ends_with_the_bytes_of_an_uninterrupted_one()
    {
        // With all tables there can be.
        const string More = "outputs: {events: true, series: {every: 3}}";
        var plan = SmallStudy.Plan(more: More);
        using var folder = new TemporaryFolder();
        var (whole, killed) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "killed"));
        SmallStudy.Run(whole, plan);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var kept = 0L;
        for (var k = 0; k < Kills; k++)
        {
            KillAfter(killed, More, lines: random.Next(1, 16), pause: TimeSpan.FromMilliseconds(random.Next(0, 20)));
            if (RunManifest.Read(killed) is not null)
            {
                var status = StoreStatus.Of(killed, plan);
                Assert.True(status.Done >= kept, $"seed {seed}: {status.Done} runs are there, {kept} were");
                Assert.True(status.Untrusted.Count == 0, $"seed {seed}: {string.Join("; ", status.Untrusted)}");
                Assert.Null(status.Worker);
                kept = status.Done;
            }
        }

        var result = SmallStudy.Run(killed, plan);
        Assert.True(result is { IsComplete: true, Failed: 0 } && result.RanNow == SmallStudy.Runs - kept, $"seed {seed}: {result}, {kept} were there");
        string[] tables = [.. Directory.GetFiles(whole, "*.parquet").Append(Path.Combine(whole, "runs.csv")).Select(f => Path.GetFileName(f))];
        Assert.Contains("series.parquet", tables);
        Assert.All(tables, t => Assert.True(File.ReadAllBytes(Path.Combine(whole, t)).SequenceEqual(File.ReadAllBytes(Path.Combine(killed, t))), $"seed {seed}: other bytes of {t}"));
        Assert.Empty(Verification.Of(plan, killed, new VerificationOptions { Sample = SmallStudy.Runs }).Faults);
    }

    [Fact]
    public void A_second_process_in_the_folder_is_refused_and_a_killed_one_does_not_block_it()
    {
        using var folder = new TemporaryFolder();
        using (SmallStudy.Open(folder.Path, _plan))
        {
            Assert.Equal($"{Environment.MachineName}:{Environment.ProcessId}", StoreStatus.Of(Written(folder.Path), _plan).Worker);
            using var second = SweepProcess.Start(folder.Path);
            Assert.Contains("another process", second.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
            second.WaitForExit();
            Assert.Equal(SweepProcess.Locked, second.ExitCode);
        }

        KillAfter(folder.Path, "", lines: 1, pause: TimeSpan.Zero);
        Assert.True(SmallStudy.Run(folder.Path, _plan).IsComplete);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 9)]
    [Trait("Speed", "Slow")]
    public void A_disk_that_is_full_ends_the_sweep_with_a_message_and_more_room_lets_it_go_on(int moreThanShard, int wholeShards)
    {
        // Either no whole shard fits, or all do and the tables of all runs, several times as large, do not. What one worker had of a
        // shard when the other met the end of the disk is smaller, and may fit.
        var kilobytes = KilobytesOfShard() + moreThanShard;
        using var folder = new TemporaryFolder();
        using (var process = SweepProcess.StartWithSmallDisk(folder.Path, kilobytes))
        {
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == SweepProcess.NotWritable, said);
            Assert.Contains("make room", said, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
        Assert.Equal(wholeShards, Directory.GetDirectories(Path.Combine(folder.Path, "shards"), "s=*").Length);
        var kept = StoreStatus.Of(folder.Path, _plan).Done;
        Assert.True(wholeShards > 0 ? kept == SmallStudy.Runs : kept < 2 * SmallStudy.ShardSize, $"{kept} runs were kept");
        Assert.Equal(SmallStudy.Runs - kept, SmallStudy.Run(folder.Path, _plan).RanNow);
        Assert.Empty(Verification.Of(_plan, folder.Path, new VerificationOptions { Sample = 0 }).Faults);
    }

    private int KilobytesOfShard()
    {
        const double Kilobyte = 1024;
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        return (int)Math.Ceiling(Directory.GetFiles(folder.Path, "runs.parquet", SearchOption.AllDirectories)
            .Where(f => f.Contains("s=", StringComparison.Ordinal)).Max(f => new FileInfo(f).Length) / Kilobyte);
    }

    private static void KillAfter(string folder, string more, int lines, TimeSpan pause)
    {
        using var process = SweepProcess.Start(folder, more);
        for (var k = 0; k < lines && process.StandardOutput.ReadLine() is "run"; k++)
        {
        }

        Thread.Sleep(pause);
        process.Kill();
        process.WaitForExit();
    }

    // A store that was only opened has no manifest yet.
    private static string Written(string folder)
    {
        SmallStudy.Manifest(SmallStudy.Plan()).Write(folder);
        return folder;
    }
}
