using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// Difference and ratio of the restricted means of two independent groups: how many ticks longer programs live, up to τ. Needs no
/// proportional hazards.
/// </summary>
/// <remarks>
/// Uno et al. (2014), https://doi.org/10.1200/JCO.2014.55.2208. Errors: those of both groups, added as variances; for the ratio by the
/// delta method on the logarithm. Under common random numbers groups are not independent: use the paired bootstrap.
/// </remarks>
/// <param name="First">Restricted mean of the first group.</param>
/// <param name="Second">Restricted mean of the second group.</param>
/// <param name="Difference">First minus second, in ticks; its error is NaN and its p-value null where a group has no event before τ.</param>
/// <param name="Ratio">First over second; null when a mean is 0.</param>
/// <param name="BeyondObservation">Whether τ lies beyond the last time of a group that still lives: its last share is carried on.</param>
public sealed record RestrictedMeanContrast(RestrictedMean First, RestrictedMean Second, Effect Difference, Effect? Ratio, bool BeyondObservation)
{
    /// <summary>Compares two groups.</summary>
    /// <param name="first">The first curve; with observations.</param>
    /// <param name="second">The second curve; with observations.</param>
    /// <param name="tau">τ, in ticks; above 0. Choose it before looking at the data.</param>
    /// <param name="level">Confidence level, above 0 and below 1.</param>
    public static RestrictedMeanContrast Of(KaplanMeierCurve first, KaplanMeierCurve second, double tau, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ConfidenceLevel.Check(level, nameof(level));
        if (first.Count == 0 || second.Count == 0)
        {
            var empty = first.Count == 0 ? first.Group : second.Group;
            throw new ArgumentException(Invariant($"Group '{empty}' has no observations: there is nothing to compare."), first.Count == 0 ? nameof(first) : nameof(second));
        }

        var halfWidth = ConfidenceLevel.QuantileOf(level);
        var (a, b) = (first.RestrictedMeanTo(tau), second.RestrictedMeanTo(tau));
        if (!first.HasEventBefore(tau) || !second.HasEventBefore(tau))
        {
            // A group without events by then has no variance that could be estimated: 0 would make the test count the other group only.
            return new(a, b, Unknown(a.Value - b.Value), Unknown(a.Value / b.Value), EndsAlive(first, tau) || EndsAlive(second, tau));
        }

        var error = Math.Sqrt((a.StandardError * a.StandardError) + (b.StandardError * b.StandardError));
        var errorOfLog = Math.Sqrt(Math.Pow(a.StandardError / a.Value, 2) + Math.Pow(b.StandardError / b.Value, 2));
        return new(
            a,
            b,
            Effect.Difference(a.Value - b.Value, error, halfWidth),
            a.Value > 0 && b.Value > 0 ? Effect.Ratio(a.Value / b.Value, errorOfLog, halfWidth) : null,
            EndsAlive(first, tau) || EndsAlive(second, tau));
    }

    private static Effect Unknown(double estimate) => new(estimate, double.NaN, double.NaN, double.NaN, null);

    private static bool EndsAlive(KaplanMeierCurve curve, double tau) => curve.Rows[^1] is { Survival: > 0, Time: var last } && last < tau;
}
