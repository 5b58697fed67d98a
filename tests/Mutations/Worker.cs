using System.Diagnostics;
using System.Globalization;

namespace LeadershipSim.Mutations;

/// <summary>
/// Tries mutants in a process of its own: one that makes the model read memory which is not there, or take all of it, ends that process, and is killed by
/// that; another process continues with those after it.
/// </summary>
internal static class Worker
{
    // What the tests need many times over, and what a small machine has.
    private const long MostBytes = 1L << 30;

    // A mutant whose tests take so many times as long as all tests without one has no end; the least is for a machine that is busy.
    private const int TimeFactor = 5;
    private const int LeastSeconds = 60;

    private const string Ready = "ready";
    private const string Fails = "fails";

    /// <summary>In the parent: the verdicts, one by one.</summary>
    /// <exception cref="InvalidOperationException">Tests fail without a mutant.</exception>
    public static IEnumerable<Verdict> Judge(string tests, string model, int all, IReadOnlyList<Mutant> mutants)
    {
        for (var done = 0; done < mutants.Count;)
        {
            using var process = Process.Start(StartOf(tests, model, mutants.Skip(done).Select(m => m.Id).Prepend(all)))!;
            var limit = AwaitReady(process);
            while (done < mutants.Count && ReadLine(process, limit, out var hasEnded) is var line)
            {
                if (line?.Split('\t') is [_, var met, var killedBy])
                {
                    yield return new(mutants[done++], killedBy.Length > 0 ? killedBy : null, met == "met");
                }
                else
                {
                    yield return new(mutants[done++], hasEnded ? "the end of the process" : "the time-out", true);
                    break;
                }
            }

            RequireSound(process, isLast: done == mutants.Count);
        }
    }

    /// <summary>In the child: tries the mutants of these numbers, which stand in a file after the number of all.</summary>
    public static int Run(string tests, string model, string list)
    {
        int[] numbers = [.. File.ReadAllText(list).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        var laboratory = new Laboratory(model, tests, numbers[0]);
        if (laboratory.Failures.Count == 0)
        {
            Console.WriteLine(Invariant($"{Ready}\t{laboratory.Tests}\t{laboratory.Time.TotalSeconds:f1}"));
            foreach (var id in numbers.Skip(1))
            {
                var (killedBy, isMet) = laboratory.Try(id);
                Console.WriteLine($"{id}\t{(isMet ? "met" : "")}\t{killedBy}");
            }

            laboratory.TryWithout();
        }

        laboratory.Failures.ForEach(f => Console.WriteLine($"{Fails}\t{f}"));
        return laboratory.Failures.Count == 0 ? 0 : 1;
    }

    // How long a mutant may take.
    private static TimeSpan AwaitReady(Process process)
    {
        var line = process.StandardOutput.ReadLine();
        if (line?.Split('\t') is not [Ready, var count, var seconds])
        {
            throw new InvalidOperationException($"Tests fail without a mutant: {line}\n{process.StandardOutput.ReadToEnd()}");
        }

        Console.WriteLine($"{count} tests pass without a mutant in {seconds} s");
        return TimeSpan.FromSeconds(Math.Max(LeastSeconds, TimeFactor * double.Parse(seconds, CultureInfo.InvariantCulture)));
    }

    // Null where the process has ended, or is ended because it takes too long.
    private static string? ReadLine(Process process, TimeSpan limit, out bool hasEnded)
    {
        var reading = process.StandardOutput.ReadLineAsync();
        hasEnded = reading.Wait(limit);
        if (hasEnded)
        {
            return reading.Result;
        }

        // The reading ends with the process.
        process.Kill();
        reading.Wait();
        return null;
    }

    private static void RequireSound(Process process, bool isLast)
    {
        var rest = isLast ? process.StandardOutput.ReadToEnd() : "";
        process.WaitForExit();
        if (rest.StartsWith(Fails, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Mutants have left something behind, and no verdict holds. Tests fail without a mutant: {rest}");
        }
    }

    private static ProcessStartInfo StartOf(string tests, string model, IEnumerable<int> ids)
    {
        var list = model + ".ids";
        File.WriteAllText(list, string.Join(' ', ids));
        return new(Environment.ProcessPath!, [.. Host(), "worker", tests, model, list])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = MostBytes.ToString("x", CultureInfo.InvariantCulture) },
        };
    }

    // Started as `dotnet LeadershipSim.Mutations.dll`, the process is dotnet.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Worker).Assembly.Location] : [];
}
