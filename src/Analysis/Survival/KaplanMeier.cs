using LeadershipSim.Analysis.Intervals;

namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The Kaplan–Meier estimate S(t) = Π_{t_i ≤ t} (1 − d_i/n_i) with pointwise log-log bands
/// S^exp(±z·σ/ln S), σ² = Σ d_i/(n_i(n_i − d_i)). Assumes that censoring says nothing about the time of the event.
/// </summary>
/// <remarks>
/// Kaplan and Meier (1958), https://doi.org/10.1080/01621459.1958.10501452; bands: Kalbfleisch and Prentice (2002), section 1.4.
/// It misleads where a competing event removes subjects that would have had the event: those need cumulative incidences.
/// </remarks>
public sealed record KaplanMeier
{
    // Survival is a product of rationals: values this close to a level are equal to it.
    private const double Tolerance = 1e-9;

    private KaplanMeier(IReadOnlyList<KaplanMeierRow> rows, int count) => (Rows, Count) = (rows, count);

    /// <summary>One row per distinct time, in order.</summary>
    public IReadOnlyList<KaplanMeierRow> Rows { get; }

    /// <summary>Number of observations.</summary>
    public int Count { get; }

    /// <summary>Number of events.</summary>
    public int Events => Rows.Sum(r => r.Events);

    /// <summary>
    /// The median time with the interval from inverting the bands (Brookmeyer and Crowley 1982, https://doi.org/10.2307/2530286);
    /// what is not reached is null.
    /// </summary>
    public (double? Estimate, double? Lower, double? Upper) Median =>
        (FirstAtOrBelow(r => r.Survival), FirstAtOrBelow(r => r.Lower), FirstAtOrBelow(r => r.Upper));

    /// <summary>Estimates from observations.</summary>
    /// <param name="observations">The observations, in any order; none gives an estimate without rows.</param>
    /// <exception cref="ArgumentException">A time is not a number above 0.</exception>
    public static KaplanMeier Of(IReadOnlyCollection<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        foreach (var observation in observations)
        {
            if (!(observation.Time > 0 && double.IsFinite(observation.Time)))
            {
                throw new ArgumentException(
                    $"An observation has time {observation.Time}: allowed are finite numbers above 0. Time is counted from the origin on.", nameof(observations));
            }
        }

        var rows = new List<KaplanMeierRow>();
        var (atRisk, survival, sum) = (observations.Count, 1.0, 0.0);
        foreach (var time in observations.GroupBy(o => o.Time).OrderBy(g => g.Key))
        {
            var events = time.Count(o => o.Event);
            var censored = time.Count() - events;
            survival = events == atRisk ? 0 : survival * (1 - ((double)events / atRisk));
            sum += events == atRisk ? double.PositiveInfinity : events / (atRisk * (double)(atRisk - events));
            rows.Add(RowAt(time.Key, atRisk, events, censored, survival, Math.Sqrt(sum)));
            atRisk -= events + censored;
        }

        return new(rows, observations.Count);
    }

    /// <summary>The row that holds at a time: the last at or before it; null before the first.</summary>
    public KaplanMeierRow? At(double time) => Rows.LastOrDefault(r => r.Time <= time);

    /// <summary>
    /// Restricted mean ∫_0^τ S(t) dt with its Greenwood-type standard error; beyond the last time the last S is carried on
    /// (Royston and Parmar 2013, https://doi.org/10.1186/1471-2288-13-152).
    /// </summary>
    /// <param name="horizon">τ, in ticks; above 0.</param>
    public (double Estimate, double StandardError) RestrictedMean(double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        var (area, variance, right) = (0.0, 0.0, horizon);
        foreach (var row in Rows.Reverse().Where(r => r.Time < horizon))
        {
            area += row.Survival * (right - row.Time);
            right = row.Time;
            if (row.Events > 0 && row.AtRisk > row.Events)
            {
                variance += area * area * row.Events / (row.AtRisk * (double)(row.AtRisk - row.Events));
            }
        }

        return (area + right, Math.Sqrt(variance));
    }

    private static KaplanMeierRow RowAt(double time, int atRisk, int events, int censored, double survival, double errorOfLog)
    {
        if (survival is 0 or 1)
        {
            return new(time, atRisk, events, censored, survival, survival is 1 ? 0 : null, null, null);
        }

        var reach = Normal.Quantile975 * errorOfLog / Math.Log(survival);
        return new(
            time, atRisk, events, censored, survival, survival * errorOfLog,
            Math.Pow(survival, Math.Exp(-reach)), Math.Pow(survival, Math.Exp(reach)));
    }

    // The first time at which a curve has come down to one half; where it stays exactly there for a while, the middle of that while.
    private double? FirstAtOrBelow(Func<KaplanMeierRow, double?> curve)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            // Once S is 0 its band has no more value: the last one before holds.
            if (curve(Rows[i]) is not { } value || value > 0.5 + Tolerance)
            {
                continue;
            }

            var isHalf = Math.Abs(value - 0.5) <= Tolerance;
            var next = isHalf ? Rows.Skip(i + 1).FirstOrDefault(r => !(Math.Abs((curve(r) ?? 0) - 0.5) <= Tolerance)) : null;
            return next is null ? Rows[i].Time : (Rows[i].Time + next.Time) / 2;
        }

        return null;
    }
}
