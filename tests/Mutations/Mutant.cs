namespace LeadershipSim.Mutations;

/// <summary>One small change of the model's source.</summary>
/// <param name="Id">Number in the order of the source, by which the mutated assembly switches it on.</param>
/// <param name="File">Path below src/Simulation.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Member">Member of the type that it lies in.</param>
/// <param name="Change">The source before and after, on one line.</param>
internal sealed record Mutant(int Id, string File, int Line, string Member, string Change)
{
    /// <summary>Names it independently of line numbers; alike changes in one member are numbered.</summary>
    public string Key { get; init; } = "";

    /// <summary>Gives all mutants their keys.</summary>
    public static Mutant[] WithKeys(IEnumerable<Mutant> mutants)
    {
        var count = new Dictionary<string, int>();
        return [.. mutants.Select(m => m with { Key = Numbered(count, $"{m.File} {m.Member}: {m.Change}") })];
    }

    private static string Numbered(Dictionary<string, int> count, string key)
    {
        var number = count[key] = count.GetValueOrDefault(key) + 1;
        return number == 1 ? key : $"{key} ({number})";
    }
}
