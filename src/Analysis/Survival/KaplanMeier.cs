using LeadershipSim.Analysis.Inference;
namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The Kaplan–Meier estimate S(t) = Π_{t_i ≤ t} (1 − d_i/n_i) with pointwise bands from Greenwood's
/// σ² = Σ d_i/(n_i(n_i − d_i)), the variance of ln S. Assumes that censoring says nothing about the time of the event.
/// </summary>
/// <remarks>
/// Kaplan and Meier (1958), https://doi.org/10.1080/01621459.1958.10501452; bands: Kalbfleisch and Prentice (2002),
/// https://doi.org/10.1002/9781118032985, section 1.4. It misleads where a competing event removes subjects that would have had
/// the event: those need cumulative incidences (<see cref="AalenJohansen"/>). Subjects with an <see cref="Lifetime.Cluster"/> may
/// depend on each other: σ² is then the infinitesimal jackknife's by cluster where that is larger; with few clusters it is too small.
/// </remarks>
public static class KaplanMeier
{
    /// <summary>One curve per group, in the natural order of their names.</summary>
    /// <param name="observations">The observations, in any order; any cause counts as the event.</param>
    /// <param name="type">The scale on which the bands are symmetric.</param>
    /// <param name="level">Confidence level of the bands, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">An observation is not valid, or the level is out of range.</exception>
    public static IReadOnlyList<KaplanMeierCurve> Estimate(
        IReadOnlyCollection<Lifetime> observations, ConfidenceType type = ConfidenceType.LogLog, double level = 0.95)
    {
        ObservationChecks.Check(observations, nameof(observations));
        return [.. observations.GroupBy(o => o.Group).OrderBy(g => g.Key, GroupOrder.Natural).Select(g => Of([.. g], type, level))];
    }

    /// <summary>One curve from all observations, whatever their group.</summary>
    /// <param name="observations">The observations, in any order; none gives a curve without rows.</param>
    /// <param name="type">The scale on which the bands are symmetric.</param>
    /// <param name="level">Confidence level of the bands, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">An observation is not valid, or the level is out of range.</exception>
    public static KaplanMeierCurve Of(
        IReadOnlyCollection<Lifetime> observations, ConfidenceType type = ConfidenceType.LogLog, double level = 0.95)
    {
        ObservationChecks.Check(observations, nameof(observations));
        ConfidenceLevel.Check(level, nameof(level));
        var band = new ConfidenceBand(type, level);
        var groups = observations.Select(o => o.Group).Distinct().Take(2).ToArray();
        var table = RiskTable.Of(observations);
        var influence = ClusterInfluence.Of(observations, table);
        return new KaplanMeierCurve
        {
            Group = groups.Length == 1 ? groups[0] : "",
            Count = observations.Count,
            Type = type,
            Level = level,
            Rows = RowsOf(table, band, influence?.ErrorsOfLog()),
            Influence = influence,
        };
    }

    private static List<KaplanMeierRow> RowsOf(List<RiskRow> table, ConfidenceBand band, double[]? clusterErrors)
    {
        var rows = new List<KaplanMeierRow>(table.Count);
        var (survival, sum, halfWidth) = (1.0, 0.0, band.HalfWidth);
        foreach (var (time, atRisk, events, censored) in table)
        {
            survival = events == atRisk ? 0 : survival * (1 - ((double)events / atRisk));
            sum += events == atRisk ? double.PositiveInfinity : events / (atRisk * (double)(atRisk - events));
            var errorOfLog = Math.Max(Math.Sqrt(sum), clusterErrors?[rows.Count] ?? 0);
            var (lower, upper) = band.Around(survival, errorOfLog, halfWidth);
            rows.Add(new(time, atRisk, events, censored, survival, survival == 0 ? null : survival * errorOfLog, lower, upper));
        }

        return rows;
    }
}
