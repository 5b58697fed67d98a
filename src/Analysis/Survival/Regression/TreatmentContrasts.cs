namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>Turns a column of texts into columns of 0 and 1, one for each level but the first: each is compared with the first.</summary>
/// <param name="Reference">The level the others are compared with.</param>
/// <param name="Columns">Names of the columns, "column=level".</param>
/// <param name="Rows">One row of values per text.</param>
public sealed record TreatmentContrasts(string Reference, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Rows)
{
    /// <summary>Makes the columns; levels are in natural order, numbers by value.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="values">Its texts; at least one.</param>
    public static TreatmentContrasts Of(string column, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new ArgumentException($"Column '{column}' has no values.", nameof(values));
        }

        string[] levels = [.. values.Distinct().Order(GroupOrder.Natural)];
        return new(
            levels[0],
            [.. levels.Skip(1).Select(l => $"{column}={l}")],
            [.. values.Select(v => (IReadOnlyList<double>)[.. levels.Skip(1).Select(l => l == v ? 1.0 : 0)])]);
    }
}
