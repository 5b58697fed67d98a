using System.Globalization;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Benchmarks.Pairs;

/// <summary>
/// <c>pairs BEFORE [AFTER] [--policies A,B] [--seats 40,1000] [--starts N]</c>: the same ticks in two builds of these benchmarks, in turn, and how many times
/// as long AFTER, this build unless one is given, takes as BEFORE. Builds are named by their LeadershipSim.Benchmarks.dll.
/// </summary>
/// <remarks>
/// Where the runtime puts code and data differs from process to process and changes speed by some percent, so every start has processes and a seed of its
/// own, and the standard error is that of starts.
/// </remarks>
internal static class PairsCommand
{
    private const int Pairs = 100;
    private const int DefaultStarts = 10;
    private const double BlockNanoseconds = 1e6;

    /// <returns>0; 2 when no build is given.</returns>
    public static int Run(string[] options)
    {
        var builds = options.TakeWhile(o => !o.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (builds.Length is 0 or > 2)
        {
            Console.Error.WriteLine("error: pairs needs the LeadershipSim.Benchmarks.dll of the build before, and may be given that of the build after");
            return 2;
        }

        var (before, after) = (builds[0], builds.Length > 1 ? builds[1] : typeof(PairsCommand).Assembly.Location);
        var starts = int.Parse(ValueOf(options, "--starts") ?? $"{DefaultStarts}", CultureInfo.InvariantCulture);
        var policies = ValueOf(options, "--policies")?.Split(',') ?? [.. PolicyCatalog.All.Select(p => p.Kind)];
        var seats = (ValueOf(options, "--seats") ?? "40,1000").Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        foreach (var policy in policies)
        {
            foreach (var n in seats)
            {
                Console.WriteLine(FormattableString.Invariant($"| {policy} | {n} | {Compare(before, after, policy, n, starts)} |"));
            }
        }

        return 0;
    }

    private static string? ValueOf(string[] options, string name) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

    private static string Compare(string before, string after, string policy, int seats, int starts)
    {
        var ratios = new double[starts];
        var nanoseconds = new double[starts];
        for (var start = 0; start < starts; start++)
        {
            using var first = new TickProcess(before, policy, seats, start + 1);
            using var second = new TickProcess(after, policy, seats, start + 1);
            first.Await();
            second.Await();
            (ratios[start], nanoseconds[start]) = MedianRatio(first, second, seats);
        }

        var mean = ratios.Average();
        var error = Math.Sqrt(ratios.Sum(r => (r - mean) * (r - mean)) / (starts - 1.0) / starts);
        Array.Sort(nanoseconds);
        return FormattableString.Invariant($"{mean:F3} ± {error:F3} | {nanoseconds[starts / 2]:F1}");
    }

    // And the median nanoseconds of an agent-tick of the second.
    private static (double Ratio, double Nanoseconds) MedianRatio(TickProcess first, TickProcess second, int seats)
    {
        const int Trial = 50;
        var ticks = (int)Math.Max(1, Trial * BlockNanoseconds / (first.Time(Trial) + second.Time(Trial)) * 2);
        var ratios = new double[Pairs];
        var times = new double[Pairs];
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Whoever is first in a pair is second in the next.
            var early = pair % 2 == 0 ? first.Time(ticks) : 0;
            times[pair] = second.Time(ticks);
            ratios[pair] = times[pair] / (pair % 2 == 0 ? early : first.Time(ticks));
        }

        Array.Sort(ratios);
        Array.Sort(times);
        return ((ratios[(Pairs - 1) / 2] + ratios[Pairs / 2]) / 2, times[Pairs / 2] / ticks / seats);
    }
}
