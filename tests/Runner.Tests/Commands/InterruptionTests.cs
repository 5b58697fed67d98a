using System.Diagnostics;
using LeadershipSim.Runner.Commands;

namespace LeadershipSim.Runner.Tests.Commands;

public class InterruptionTests
{
    [Theory]
    [InlineData("INT", "interrupted: finishing the current runs")]
    [InlineData("TERM", "asked to terminate: finishing the current runs")]
    public async Task A_signal_keeps_finished_runs_and_says_how_to_go_on(string signal, string expected)
    {
        // Windows has no signals to send; there Ctrl-C comes from a console.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var program = Path.Combine(AppContext.BaseDirectory, "LeadershipSim.Runner.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { program, "run", ExampleFiles.Small, "-o", folder.Root, "--set", "replicates=100000", "--workers", "1" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.StandardError.ReadLineAsync();

        // Time of its own, whatever else the machine does: start-up takes less than a second of it, and the runs the rest.
        for (var own = TimeSpan.Zero; own < TimeSpan.FromSeconds(3) && !process.HasExited; own = process.TotalProcessorTime)
        {
            await Task.Delay(50);
            process.Refresh();
        }

        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == ExitCode.Incomplete, $"exit {process.ExitCode}: {error}");
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Matches(@"stopped: [1-9]\d* of 400000 runs are done and kept", error);
        Assert.Contains("next: give the same command again", error, StringComparison.Ordinal);
    }
}
