using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Figures;

/// <summary>The numbers behind survival curves.</summary>
internal static class SurvivalData
{
    /// <summary>One row per panel, group and distinct time.</summary>
    public static CsvTable Of(IEnumerable<SurvivalPanel> panels)
    {
        var table = new CsvTable("panel", "group", "time", "atRisk", "events", "censored", "survival", "lower95", "upper95");
        foreach (var panel in panels)
        {
            foreach (var curve in panel.Curves)
            {
                foreach (var row in curve.Rows)
                {
                    table.Add(
                        panel.Heading, curve.Group, row.Time, row.AtRisk, row.Events, row.Censored, row.Survival, row.Lower, row.Upper);
                }
            }
        }

        return table;
    }
}
