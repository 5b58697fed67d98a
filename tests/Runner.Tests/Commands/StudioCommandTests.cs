using System.Diagnostics;
using System.Globalization;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The page itself is tested in a browser; here a script stands in its place.</summary>
public sealed class StudioCommandTests
{
    [Fact]
    public async Task Whatever_was_asked_for_reaches_the_page_and_its_exit_code_the_shell()
    {
        using var folder = new TemporaryFolder();
        using var studio = Start(folder, """echo "http://127.0.0.1:1/"; echo "$@"; exit 2""", [
            "studio", "some file.yaml", "--allow-host", "a.org", "--port", "0", "--bind", "0.0.0.0", "--no-browser", "--allow-host", "b.org", "-o", "trials",
        ]);
        Assert.Equal(
            "http://127.0.0.1:1/\nsome file.yaml --port 0 --no-browser --output trials --bind 0.0.0.0 --allow-host a.org --allow-host b.org\n",
            await studio.StandardOutput.ReadToEndAsync());
        await studio.WaitForExitAsync();
        Assert.Equal(2, studio.ExitCode);
    }

    [Fact]
    public async Task Nothing_more_is_passed_on_than_was_asked_for()
    {
        using var folder = new TemporaryFolder();
        using var studio = Start(folder, "echo \"[$@]\"", "studio");
        Assert.Equal("[]\n", await studio.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public async Task A_request_to_terminate_ends_the_page()
    {
        using var folder = new TemporaryFolder();
        var ended = folder.In("ended");
        using var studio = Start(folder, $"trap 'touch {ended}; exit 0' TERM; echo ready; while :; do sleep 0.05; done", "studio");
        Assert.Equal("ready", await studio.StandardOutput.ReadLineAsync());
        using var kill = Process.Start("kill", ["-TERM", studio.Id.ToString(CultureInfo.InvariantCulture)]);
        await studio.WaitForExitAsync();
        Assert.True(File.Exists(ended), await studio.StandardError.ReadToEndAsync());
        Assert.Equal(ExitCode.Complete, studio.ExitCode);
    }

    [Fact]
    public async Task Without_the_page_it_says_how_to_install_it()
    {
        using var folder = new TemporaryFolder();
        using var studio = Start(folder, null, "studio");
        var error = await studio.StandardError.ReadToEndAsync();
        await studio.WaitForExitAsync();
        Assert.Equal(ExitCode.Invalid, studio.ExitCode);
        Assert.Contains("leadersim-studio is not installed", error, StringComparison.Ordinal);
        Assert.Contains("next: install it from the sources: dotnet publish src/Studio", error, StringComparison.Ordinal);
    }

    private static Process Start(TemporaryFolder folder, string? script, params string[] arguments)
    {
        if (script is not null)
        {
            var page = folder.Write("leadersim-studio", $"#!/bin/sh\n{script}\n");
            using var allow = Process.Start("chmod", ["+x", page]);
            allow.WaitForExit();
        }

        var program = Path.Combine(AppContext.BaseDirectory, "LeadershipSim.Runner.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder.Root}:/usr/bin:/bin";
        return Process.Start(start)!;
    }
}
