using System.Diagnostics;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public class InterruptionTests
{
    [Theory]
    [InlineData("INT", "interrupted: finishing the current runs")]
    [InlineData("TERM", "asked to terminate: finishing the current runs")]
    [InlineData("USR1", "asked to terminate: finishing the current runs")]
    [InlineData("USR2", "asked to terminate: finishing the current runs")]
    [InlineData("XCPU", "asked to terminate: finishing the current runs")]
    [Trait("Speed", "Slow")]
    public async Task A_signal_keeps_finished_runs_and_says_how_to_go_on(string signal, string expected)
    {
        // Windows has no signals to send; there Ctrl-C comes from a console.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var process = Start(folder, "replicates=100000");
        using var limit = KillLate(process);
        await process.StandardError.ReadLineAsync();

        // Time of its own, whatever else the machine does: start-up takes less than a second of it, and the runs the rest.
        for (var own = TimeSpan.Zero; own < TimeSpan.FromSeconds(3) && !process.HasExited; own = process.TotalProcessorTime)
        {
            await Task.Delay(50);
            process.Refresh();
        }

        await SendAsync(signal, process);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == ExitCode.Incomplete, $"exit {process.ExitCode}: {error}");
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Matches(@"stopped: [1-9]\d* of 400000 runs are done and kept", error);
        Assert.Contains("next: leadersim run ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", ExitCode.Interrupted)]
    [InlineData("TERM", ExitCode.Terminated)]
    public async Task The_second_signal_stops_at_once(string signal, int expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();

        // A run that nobody waits for the end of.
        using var process = Start(folder, "viability.rule=none", "organization.seats=20000", "horizonTicks=1000000");
        using var limit = KillLate(process);
        await process.StandardError.ReadLineAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await SendAsync(signal, process);
        Assert.Contains("finishing the current runs", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);
        await SendAsync(signal, process);
        await process.WaitForExitAsync();

        Assert.Equal(expected, process.ExitCode);
    }

    // 10^13 pairs: nobody waits for the answer.
    [Theory]
    [InlineData("INT", ExitCode.Interrupted)]
    [InlineData("TERM", ExitCode.Interrupted)]
    public async Task A_signal_stops_a_query_at_once(string signal, int expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var results = (await Commands.CommandLine.RunAsync("run", ExampleFiles.Small, "-o", folder.Root, "-q")).Output.Trim();
        using var process = Process.Start(Program("query", results, "select count(*) from range(100000000) a, range(100000) b"))!;
        using var limit = KillLate(process);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(process.HasExited);
        var watch = Stopwatch.StartNew();
        await SendAsync(signal, process);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == expected, $"exit {process.ExitCode}: {error}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"it took {watch.Elapsed}");
        Assert.DoesNotContain("current runs", error, StringComparison.Ordinal);
    }

    private static Process Start(TemporaryFolder folder, params string[] values)
    {
        string[] arguments = ["run", ExampleFiles.Small, "-o", folder.Root, "--workers", "1", .. values.SelectMany(v => new[] { "--set", v })];
        return Process.Start(Program(arguments))!;
    }

    private static ProcessStartInfo Program(params string[] arguments)
    {
        string[] listening = IgnoresInterrupts ? ["env", "--default-signal=INT"] : [];
        string[] command = [.. listening, "dotnet", Path.Combine(AppContext.BaseDirectory, "LeadershipSim.Runner.dll"), .. arguments];
        return new(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
    }

    // A shell starts jobs in the background with interrupts ignored, which their children inherit. SigIgn is a mask in hexadecimal digits, whose lowest
    // bit is signal 1.
    private static bool IgnoresInterrupts =>
        OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[^1] is var lowest
        && (Convert.ToInt32($"{lowest}", 16) & 2) != 0;

    // A program that misses its signal fails its test; it does not run for ever.
    private static Timer KillLate(Process process) => new(_ => process.Kill(), null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);

    private static async Task SendAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
