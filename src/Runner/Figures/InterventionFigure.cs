using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Figures;

/// <summary>What a removal of leaders does to the share of programs that are alive later, by arm.</summary>
internal static class InterventionFigure
{
    /// <summary>Draws the table of an intervention.</summary>
    /// <param name="effects">The table.</param>
    public static IntervalBarsFigure Of(ResultTable effects)
    {
        var alive = effects.Columns.Select((c, i) => (c, i)).Single(c => c.c.Name == "alive").i;
        return new IntervalBarsFigure
        {
            Name = "intervention",
            ValueLabel = effects.Columns[alive].Heading + ", with minus without the removal",
            Series = ["difference"],
            Rows =
            [
                .. effects.Rows.Select(row => ((string)row[0]!, (IReadOnlyList<IndexEstimate?>)
                    [row[alive] is Interval found ? new IndexEstimate(found.Estimate, found.Lower, found.Upper) : null])),
            ],
            Caption = $"{effects.Title}: {effects.Columns[alive].Heading}, with minus without the removal. {effects.Method}",
            AltText = $"{effects.Title}, as bars with intervals by arm.",
        };
    }
}
