using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>A column of a Cox model; without numbers its levels are compared with the first.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Texts">Its values as texts, row by row.</param>
/// <param name="Numbers">Its values as numbers; null where levels are compared.</param>
internal sealed record CoxTerm(string Column, string[] Texts, double[]? Numbers)
{
    public (IReadOnlyList<string> Names, Func<int, IEnumerable<double>> Values) Expand(int[] rows)
    {
        if (Numbers is not null)
        {
            return ([Column], k => [Numbers[rows[k]]]);
        }

        var contrasts = TreatmentContrasts.Of(Column, [.. rows.Select(row => Texts[row])]);
        return (contrasts.Columns, k => contrasts.Rows[k]);
    }
}
