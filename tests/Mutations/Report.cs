namespace LeadershipSim.Mutations;

/// <summary>
/// What the tests notice, by folder: of all mutants those that are killed, that are listed with a reason why no test can notice them, and that survive. The
/// last line counts as tests do: a survivor without a reason has failed.
/// </summary>
internal static class Report
{
    /// <summary>Prints it; 0: every survivor has a reason.</summary>
    public static int Write(IReadOnlyList<Verdict> verdicts, Dictionary<string, string> known, TimeSpan time)
    {
        foreach (var folder in verdicts.GroupBy(v => v.Mutant.File.Split('/')[0]))
        {
            Console.WriteLine($"{folder.Key}: {Score([.. folder], known)}");
        }

        Console.WriteLine($"all: {Score(verdicts, known)}; {time.TotalSeconds:f0} s");
        foreach (var verdict in verdicts.Where(v => v.KilledBy is not null && known.ContainsKey(v.Mutant.Key)))
        {
            Console.WriteLine($"killed now, and still listed: {verdict.Mutant.Key}");
        }

        var survivors = Survivors(verdicts, known);
        Console.WriteLine($"{verdicts.Count - survivors} passed, {survivors} failed, 0 skipped");
        return survivors == 0 ? 0 : 1;
    }

    private static string Score(IReadOnlyList<Verdict> verdicts, Dictionary<string, string> known)
    {
        var (killed, survivors) = (verdicts.Count(v => v.KilledBy is not null), Survivors(verdicts, known));
        var listed = verdicts.Count - killed - survivors;
        var share = 100.0 * killed / Math.Max(1, killed + survivors);
        return Invariant($"{verdicts.Count} mutants, {killed} killed, {listed} listed, {survivors} survive: {share:f1} %");
    }

    private static int Survivors(IReadOnlyList<Verdict> verdicts, Dictionary<string, string> known) =>
        verdicts.Count(v => v.KilledBy is null && !known.ContainsKey(v.Mutant.Key));
}
