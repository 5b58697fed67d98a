namespace LeadershipSim.Analysis.Survival;

/// <summary>How many are at risk, have the event and are censored at one distinct time.</summary>
/// <param name="Time">Time, in ticks.</param>
/// <param name="AtRisk">Observations at risk.</param>
/// <param name="Events">Events.</param>
/// <param name="Censored">Observations censored; they are at risk for the events of this time.</param>
internal readonly record struct RiskRow(double Time, int AtRisk, int Events, int Censored);

/// <summary>Counts observations by distinct time.</summary>
internal static class RiskTable
{
    /// <summary>One row per distinct time at which an observation ends, in order.</summary>
    public static List<RiskRow> Of(IReadOnlyCollection<Lifetime> observations)
    {
        var entries = observations.Where(o => o.Entry > 0).Select(o => o.Entry).Order().ToArray();
        var rows = new List<RiskRow>();
        var (entered, present) = (0, observations.Count - entries.Length);
        foreach (var time in observations.GroupBy(o => o.Time).OrderBy(g => g.Key))
        {
            while (entered < entries.Length && entries[entered] < time.Key)
            {
                (entered, present) = (entered + 1, present + 1);
            }

            var (events, all) = (time.Count(o => o.Event), time.Count());
            rows.Add(new(time.Key, present, events, all - events));
            present -= all;
        }

        return rows;
    }
}
