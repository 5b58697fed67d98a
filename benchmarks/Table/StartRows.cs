using System.Diagnostics;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>Start-up of the program as it is published for one platform.</summary>
internal static class StartRows
{
    private const int Rounds = 5;

    /// <param name="clock">Tells the time.</param>
    /// <param name="repository">Root of the sources.</param>
    /// <exception cref="InvalidOperationException">The program could not be published or run.</exception>
    public static IEnumerable<Row> All(TimeProvider clock, string repository)
    {
        var folder = Directory.CreateTempSubdirectory("leadersim-published-").FullName;
        try
        {
            Run("dotnet",
                ["publish", Path.Combine(repository, "src", "Runner"), "-c", "Release", "--use-current-runtime", "--no-self-contained", "-o", folder], null);
            var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "leadersim.exe" : "leadersim");
            var smoke = Path.Combine(repository, "experiments", "smoke.yaml");
            yield return Of("leadersim --help", ["--help"], null);
            yield return Of("leadersim run, until the first 40 runs are done", ["run", smoke, "--output", "OUT"], "runs in");
            yield return Of("leadersim run, to the report", ["run", smoke, "--output", "OUT"], null);

            foreach (var row in ProcessorRows(program, repository, folder))
            {
                yield return row;
            }

            Row Of(string name, string[] arguments, string? until)
            {
                var best = TimeSpan.MaxValue;
                for (var round = 0; round < Rounds; round++)
                {
                    var output = Path.Combine(folder, $"results-{round}");
                    var from = clock.GetTimestamp();
                    var end = Run(program, [.. arguments.Select(a => a == "OUT" ? output : a)], until);
                    best = TimeSpan.FromTicks(Math.Min(best.Ticks, clock.GetElapsedTime(from, end).Ticks));
                    if (Directory.Exists(output))
                    {
                        Directory.Delete(output, recursive: true);
                    }
                }

                return new("start", name, best.TotalSeconds, "s");
            }

            long Run(string file, string[] arguments, string? until)
            {
                using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
                long? seen = null;
                process.OutputDataReceived += (_, _) => { };
                process.ErrorDataReceived += (_, line) =>
                    seen ??= until is not null && line.Data?.Contains(until, StringComparison.Ordinal) == true ? clock.GetTimestamp() : null;
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                process.WaitForExit();
                var end = clock.GetTimestamp();
                return process.ExitCode == 0
                    ? seen ?? end : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} exited with {process.ExitCode}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Processor time of all threads: less than wall time, other work of the machine changes it.
    private static IEnumerable<Row> ProcessorRows(string program, string repository, string folder)
    {
        yield return Of("leadersim run of 1,008 small runs, to the report", Path.Combine(repository, "benchmarks", "small-sweep.yaml"));
        yield return Of("leadersim run experiments/01-outlive.yaml, to the report", Path.Combine(repository, "experiments", "01-outlive.yaml"));

        Row Of(string name, string file)
        {
            var best = TimeSpan.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var output = Path.Combine(folder, "swept");
                best = TimeSpan.FromTicks(Math.Min(best.Ticks, ProcessorTime(program, ["run", file, "--output", output, "--quiet"]).Ticks));
                Directory.Delete(output, recursive: true);
            }

            return new("start", $"{name}, processor time", best.TotalSeconds, "s");
        }
    }

    // A process that has ended no longer says how much it took, so it is asked all the time.
    private static TimeSpan ProcessorTime(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var taken = TimeSpan.Zero;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(5)))
        {
            try
            {
                process.Refresh();
                taken = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                // It ended just now.
            }
        }

        return process.ExitCode == 0 ? taken : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}");
    }
}
