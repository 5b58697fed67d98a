using System.Globalization;

namespace LeadershipSim.Mutations;

/// <summary>What the tests notice, by folder; the last line counts as tests do: a survivor without a reason has failed.</summary>
internal static class Report
{
    /// <summary>Prints it; 0: every survivor has a reason.</summary>
    public static int Write(IReadOnlyList<Verdict> verdicts, Dictionary<string, string> known, TimeSpan time)
    {
        foreach (var folder in verdicts.GroupBy(v => v.Mutant.File.Split('/')[0]))
        {
            Console.WriteLine($"{folder.Key}: {Killed(folder)}");
        }

        var unexplained = verdicts.Count(v => v.KilledBy is null && !known.ContainsKey(v.Mutant.Key));
        Console.WriteLine($"all: {Killed(verdicts)}; {time.TotalSeconds:f0} s");
        foreach (var verdict in verdicts.Where(v => v.KilledBy is not null && known.ContainsKey(v.Mutant.Key)))
        {
            Console.WriteLine($"killed now, and still listed: {verdict.Mutant.Key}");
        }

        Console.WriteLine($"{verdicts.Count - unexplained} passed, {unexplained} failed, 0 skipped");
        return unexplained == 0 ? 0 : 1;
    }

    private static string Killed(IEnumerable<Verdict> verdicts)
    {
        var (all, killed) = (verdicts.Count(), verdicts.Count(v => v.KilledBy is not null));
        return string.Create(CultureInfo.InvariantCulture, $"{killed} of {all} killed, {100.0 * killed / all:f1} %");
    }
}
