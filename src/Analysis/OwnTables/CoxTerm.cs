using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>A column of a model with its values; without numbers its levels are compared with the first.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Texts">Its values as texts, row by row.</param>
/// <param name="Numbers">Its values as numbers; null where levels are compared.</param>
internal sealed record CoxTerm(string Column, string[] Texts, double[]? Numbers)
{
    /// <summary>The columns of numbers it stands for, and their values row by row.</summary>
    public (IReadOnlyList<string> Names, Func<int, IReadOnlyList<double>> Values) Expand(int[] rows)
    {
        if (Numbers is not null)
        {
            return ([Column], k => [Numbers[rows[k]]]);
        }

        var contrasts = TreatmentContrasts.Of(Column, [.. rows.Select(row => Texts[row])]);
        return (contrasts.Columns, k => contrasts.Rows[k]);
    }

    /// <summary>The columns of the product of several: an interaction.</summary>
    public static (IReadOnlyList<string> Names, Func<int, IReadOnlyList<double>> Values) Expand(IReadOnlyList<CoxTerm> product, int[] rows)
    {
        var all = product[0].Expand(rows);
        foreach (var next in product.Skip(1).Select(t => t.Expand(rows)))
        {
            var before = all;
            all = (
                [.. from b in next.Names from a in before.Names select $"{a}:{b}"],
                k => [.. from b in next.Values(k) from a in before.Values(k) select a * b]);
        }

        return all;
    }
}
