namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The Nelson–Aalen estimate of the cumulative hazard, H(t) = Σ_{t_i ≤ t} d_i/n_i, with variance Σ d_i/n_i². With
/// <see cref="CumulativeHazardTies.Split"/>, tied events follow one another: 1/n + 1/(n − 1) + ... (Fleming and Harrington).
/// </summary>
/// <remarks>
/// Aalen (1978), https://doi.org/10.1214/aos/1176344247; Fleming and Harrington (1984), https://doi.org/10.1080/03610928408828837. The
/// slope is the hazard. Assumes, as Kaplan–Meier does, that censoring says nothing about the event.
/// </remarks>
public static class NelsonAalen
{
    /// <summary>One curve per group, in the natural order of their names.</summary>
    /// <param name="observations">The observations; any cause counts as the event.</param>
    /// <param name="ties">How tied events add up.</param>
    /// <exception cref="ArgumentException">An observation is not valid.</exception>
    public static IReadOnlyList<CumulativeHazard> Estimate(
        IReadOnlyCollection<Lifetime> observations, CumulativeHazardTies ties = CumulativeHazardTies.Together)
    {
        ObservationChecks.Check(observations, nameof(observations));
        return
        [
            .. observations.GroupBy(o => o.Group).OrderBy(g => g.Key, GroupOrder.Natural)
                .Select(g => new CumulativeHazard(g.Key, g.Count(), Rows(RiskTable.Of([.. g]), ties))),
        ];
    }

    private static List<CumulativeHazardRow> Rows(List<RiskRow> table, CumulativeHazardTies ties)
    {
        var rows = new List<CumulativeHazardRow>(table.Count);
        var (hazard, variance) = (0.0, 0.0);
        foreach (var (time, atRisk, events, _) in table)
        {
            for (var i = 0; i < events; i++)
            {
                var left = ties == CumulativeHazardTies.Split ? atRisk - i : (double)atRisk;
                hazard += 1 / left;
                variance += 1 / (left * left);
            }

            rows.Add(new(time, atRisk, events, hazard, Math.Sqrt(variance)));
        }

        return rows;
    }
}
