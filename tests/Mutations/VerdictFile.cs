namespace LeadershipSim.Mutations;

/// <summary>Verdicts on disk, a line each, so that a run that is interrupted continues, and one after other tests repeats only what it has to.</summary>
/// <param name="path">The file; null: none is kept.</param>
internal sealed class VerdictFile(string? path)
{
    /// <summary>The verdicts in the file, for those of the mutants that have one.</summary>
    public IEnumerable<Verdict> Read(IReadOnlyCollection<Mutant> mutants)
    {
        var byKey = mutants.ToDictionary(m => m.Key);
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split('\t') is [var verdict, var key, var killedBy] && byKey.TryGetValue(key, out var mutant))
            {
                yield return new(mutant, killedBy.Length > 0 ? killedBy : null, verdict != NotMet);
            }
        }
    }

    /// <summary>Adds a verdict.</summary>
    public void Add(Verdict verdict)
    {
        if (path is not null)
        {
            File.AppendAllText(path, $"{NameOf(verdict)}\t{verdict.Mutant.Key}\t{verdict.KilledBy}\n");
        }
    }

    /// <summary>What a verdict is called in lists.</summary>
    public static string NameOf(Verdict verdict) => verdict.KilledBy is not null ? "killed" : verdict.IsMet ? "survives" : NotMet;

    private const string NotMet = "not met";
}
