namespace LeadershipSim.Analysis.Survival;

/// <summary>The Kaplan–Meier curve of one group.</summary>
public sealed record KaplanMeierCurve
{
    // Survival is a product of rationals: values this close to a level are equal to it.
    private const double Tolerance = 1e-9;

    /// <summary>The group; empty when the curve is about all observations.</summary>
    public required string Group { get; init; }

    /// <summary>Number of observations.</summary>
    public required int Count { get; init; }

    /// <summary>One row per distinct time, in order.</summary>
    public required IReadOnlyList<KaplanMeierRow> Rows { get; init; }

    /// <summary>The scale on which the bands are symmetric.</summary>
    public required ConfidenceType Type { get; init; }

    /// <summary>Confidence level of the bands.</summary>
    public required double Level { get; init; }

    /// <summary>What each cluster does to the curve; null when subjects are independent.</summary>
    internal ClusterInfluence? Influence { get; init; }

    /// <summary>Number of events.</summary>
    public int Events => Rows.Sum(r => r.Events);

    /// <summary>Whether an event happens before a time: without one, the error of a mean up to it cannot be estimated.</summary>
    public bool HasEventBefore(double time) => Rows.Any(r => r.Events > 0 && r.Time < time);

    /// <summary>The median time; see <see cref="Quantile"/>.</summary>
    public TimeQuantile Median => Quantile(0.5);

    /// <summary>
    /// The first time at which S ≤ 1 − p; where S stays exactly there for a while, the middle of that while, as in R. The interval
    /// inverts the bands (Brookmeyer and Crowley 1982, https://doi.org/10.2307/2530286).
    /// </summary>
    /// <param name="probability">p, the share that has had the event; above 0 and below 1.</param>
    public TimeQuantile Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a share above 0 and below 1; 0.5 gives the median.");
        }

        var level = 1 - probability;
        return new(FirstAtOrBelow(level, r => r.Survival), FirstAtOrBelow(level, r => r.Lower), FirstAtOrBelow(level, r => r.Upper));
    }

    /// <summary>The row that holds at a time: the last at or before it; null before the first.</summary>
    public KaplanMeierRow? At(double time) => Rows.LastOrDefault(r => r.Time <= time);

    /// <summary>
    /// Restricted mean ∫_0^τ S(t) dt with its Greenwood-type standard error, or that of clusters where it is larger; beyond the last time the last
    /// S is carried on
    /// (Royston and Parmar 2013, https://doi.org/10.1186/1471-2288-13-152).
    /// </summary>
    /// <param name="tau">τ, in ticks; above 0.</param>
    public RestrictedMean RestrictedMeanTo(double tau)
    {
        if (!(tau > 0 && double.IsFinite(tau)))
        {
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "The limit of a restricted mean is a finite number of ticks above 0.");
        }

        var areas = new double[Rows.Count];
        var (area, variance, right) = (0.0, 0.0, tau);
        for (var i = Rows.Count - 1; i >= 0; i--)
        {
            var row = Rows[i];
            if (row.Time >= tau)
            {
                continue;
            }

            area += row.Survival * (right - row.Time);
            (areas[i], right) = (area, row.Time);
            if (row.Events > 0 && row.AtRisk > row.Events)
            {
                variance += area * area * row.Events / (row.AtRisk * (double)(row.AtRisk - row.Events));
            }
        }

        return new(tau, area + right, Math.Max(Math.Sqrt(variance), Influence?.ErrorOfMean(areas) ?? 0));
    }

    // Bands, unlike curves, can rise again: as in R, the row counts whose value comes nearest to the level from below.
    private double? FirstAtOrBelow(double level, Func<KaplanMeierRow, double?> curve)
    {
        var (place, nearest) = (-1, double.NegativeInfinity);
        for (var i = 0; i < Rows.Count; i++)
        {
            if (curve(Rows[i]) is { } value && value <= level + Tolerance && value > nearest + Tolerance)
            {
                (place, nearest) = (i, value);
            }
        }

        if (place < 0)
        {
            return null;
        }

        // Once S is 0 its band has no more value and counts as having left the level.
        var isLevel = Math.Abs(nearest - level) <= Tolerance;
        var next = isLevel ? Rows.Skip(place + 1).FirstOrDefault(r => !(Math.Abs((curve(r) ?? 0) - level) <= Tolerance)) : null;
        return next is null ? Rows[place].Time : (Rows[place].Time + next.Time) / 2;
    }
}
