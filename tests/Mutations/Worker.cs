using System.Diagnostics;
using System.Globalization;

namespace LeadershipSim.Mutations;

/// <summary>
/// Tries mutants in a process of its own: one that makes the model read memory which is not there ends that process, and is killed by that; another
/// process continues with those after it.
/// </summary>
internal static class Worker
{
    /// <summary>In the parent: the verdicts, one by one.</summary>
    public static IEnumerable<Verdict> Judge(string tests, string model, int all, IReadOnlyList<Mutant> mutants)
    {
        for (var done = 0; done < mutants.Count;)
        {
            using var process = Process.Start(StartOf(tests, model, mutants.Skip(done).Select(m => m.Id).Prepend(all)))!;
            while (done < mutants.Count && process.StandardOutput.ReadLine() is { } line)
            {
                var parts = line.Split('\t');
                if (parts is [_, var met, var killedBy])
                {
                    yield return new(mutants[done++], killedBy.Length > 0 ? killedBy : null, met == "met");
                }
                else
                {
                    Console.WriteLine(line);
                }
            }

            process.WaitForExit();
            if (done < mutants.Count)
            {
                yield return new(mutants[done++], "the end of the process", true);
            }
        }
    }

    /// <summary>In the child: tries the mutants of these numbers, which stand in a file after the number of all.</summary>
    public static int Run(string tests, string model, string list)
    {
        int[] numbers = [.. File.ReadAllText(list).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        var laboratory = new Laboratory(model, tests, numbers[0]);
        Console.WriteLine(FormattableString.Invariant($"{laboratory.Tests} tests pass without a mutant in {laboratory.Time.TotalSeconds:f1} s"));
        foreach (var id in numbers.Skip(1))
        {
            var (killedBy, isMet) = laboratory.Try(id);
            Console.WriteLine($"{id}\t{(isMet ? "met" : "")}\t{killedBy}");
        }

        return 0;
    }

    private static ProcessStartInfo StartOf(string tests, string model, IEnumerable<int> ids)
    {
        var list = model + ".ids";
        File.WriteAllText(list, string.Join(' ', ids));
        return new(Environment.ProcessPath!, [.. Host(), "worker", tests, model, list]) { RedirectStandardOutput = true };
    }

    // Started as `dotnet LeadershipSim.Mutations.dll`, the process is dotnet.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Worker).Assembly.Location] : [];
}
