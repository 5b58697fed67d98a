using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>
/// The right side of a regression model: terms joined by +, each a column, factor(column) or an interaction a:b; a*b is a + b + a:b.
/// </summary>
/// <param name="Terms">The terms, each the columns whose product it is.</param>
internal sealed record ModelFormula(IReadOnlyList<IReadOnlyList<FormulaColumn>> Terms)
{
    /// <summary>Names of the columns.</summary>
    public IEnumerable<string> Columns => Terms.SelectMany(t => t).Select(c => c.Name).Distinct();

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="option">The option that gives it, for messages.</param>
    /// <exception cref="DataException">It is not a formula.</exception>
    public static ModelFormula Parse(string text, string option)
    {
        var terms = new List<FormulaColumn[]>();
        foreach (var part in text.Split('+', StringSplitOptions.TrimEntries))
        {
            var factors = part.Split('*', StringSplitOptions.TrimEntries);
            terms.AddRange(factors.Select(f => Product(f, text, option)));
            if (factors.Length > 1)
            {
                terms.Add(factors.Length == 2 ? [.. terms[^2], .. terms[^1]] : throw Wrong(text, option));
            }
        }

        var all = terms.DistinctBy(Key).ToArray();
        if (all.Length < terms.Count)
        {
            throw new DataException($"{option} is \"{text}\", which names {terms.GroupBy(Key).First(g => g.Count() > 1).Key} twice; once is enough");
        }

        // As in R, interactions stand last.
        all = [.. all.OrderBy(t => t.Length)];

        // Without the main effects an interaction would be coded otherwise, and mean something else.
        var lonely = all.Where(t => t.Length > 1).SelectMany(t => t).FirstOrDefault(c => all.All(t => t.Length > 1 || t[0] != c));
        return lonely is null ? new(all) : throw new DataException($"{option} is \"{text}\", an interaction without {lonely} by itself; add it as a term, or write a*b for a + b + a:b");
    }

    private static FormulaColumn[] Product(string text, string whole, string option) =>
        [.. text.Split(':', StringSplitOptions.TrimEntries).Select(c => FormulaColumn.Parse(c) ?? throw Wrong(whole, option))];

    private static string Key(IEnumerable<FormulaColumn> term) => string.Join(':', term.Select(c => c.ToString()).Order(StringComparer.Ordinal));

    private static DataException Wrong(string text, string option) => new(
        $"{option} is \"{text}\"; allowed are names of columns joined by +, as in \"age + karno\"; factor(column) compares the levels of a column of numbers, a:b is an interaction, and a*b is a + b + a:b");
}

/// <summary>A column of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFactor">Whether its levels are compared, also if they are numbers.</param>
internal sealed record FormulaColumn(string Name, bool IsFactor)
{
    /// <summary>A column, or factor(column); null where it is neither.</summary>
    public static FormulaColumn? Parse(string text)
    {
        var isFactor = text.StartsWith("factor(", StringComparison.Ordinal) && text.EndsWith(')');
        var name = isFactor ? text["factor(".Length..^1].Trim() : text;
        return name.Length == 0 ? null : new(name, isFactor);
    }

    /// <inheritdoc/>
    public override string ToString() => IsFactor ? $"factor({Name})" : Name;
}
