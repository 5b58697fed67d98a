using LeadershipSim.Analysis.Inference;
namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The Aalen–Johansen estimate of cumulative incidences with competing causes: F_k(t) = Σ_{t_i ≤ t} S(t_i−) d_ki/n_i, the share that
/// has had the event from cause k by t while the other causes act. Assumes that censoring says nothing about the event.
/// </summary>
/// <remarks>
/// Aalen and Johansen (1978), https://www.jstor.org/stable/4615704. The covariance of (S, F_1, F_2, ...) follows the product of
/// one-step transition matrices: V(t) = AᵀV(t−)A + S(t−)²·C, with C the covariance of the multinomial shares at t; this is the
/// Greenwood-type estimate of Andersen et al. (1993), https://doi.org/10.1007/978-1-4612-4348-9, section IV.4. One minus a
/// Kaplan–Meier curve that censors the other causes is always larger and is nobody's probability. The variance of Aalen (1978), which
/// the R package cmprsk reports, is the other choice: <see cref="IncidenceVariance.Aalen"/>.
/// </remarks>
public static class AalenJohansen
{
    /// <summary>One estimate per group and cause, groups in natural order, then causes by number.</summary>
    /// <param name="observations">The observations; causes are 1, 2, ...; every cause that occurs anywhere is estimated in every group.</param>
    /// <param name="type">The scale, of the incidence, on which the bands are symmetric.</param>
    /// <param name="level">Confidence level of the bands, above 0 and below 1.</param>
    /// <param name="variance">The estimate of the variance, for standard errors and bands.</param>
    /// <exception cref="ArgumentException">An observation is not valid, or the level is out of range.</exception>
    public static IReadOnlyList<CumulativeIncidence> Estimate(
        IReadOnlyCollection<Lifetime> observations, ConfidenceType type = ConfidenceType.LogLog, double level = 0.95, IncidenceVariance variance = IncidenceVariance.Greenwood)
    {
        ObservationChecks.Check(observations, nameof(observations));
        ConfidenceLevel.Check(level, nameof(level));
        var band = new ConfidenceBand(type, level);
        int[] causes = [.. observations.Where(o => o.Event).Select(o => o.Cause).Distinct().Order()];
        return [.. observations.GroupBy(o => o.Group).OrderBy(g => g.Key, GroupOrder.Natural).SelectMany(g => Group(g.Key, [.. g], causes, band, variance))];
    }

    private static IEnumerable<CumulativeIncidence> Group(string group, Lifetime[] observations, int[] causes, ConfidenceBand band, IncidenceVariance variance)
    {
        var rows = causes.Select(_ => new List<CumulativeIncidenceRow>()).ToArray();
        var aalen = causes.Select(_ => new AalenVariance()).ToArray();
        var shares = new double[causes.Length + 1];
        var covariance = new double[shares.Length, shares.Length];
        var step = new double[shares.Length];
        shares[0] = 1;
        var halfWidth = band.HalfWidth;
        var events = observations.ToLookup(o => o.Time);
        foreach (var row in RiskTable.Of(observations))
        {
            Array.Clear(step);
            foreach (var observation in events[row.Time].Where(o => o.Event))
            {
                step[Array.IndexOf(causes, observation.Cause) + 1] += 1.0 / row.AtRisk;
            }

            step[0] = (double)(row.AtRisk - row.Events) / row.AtRisk;
            var before = shares[0];
            Advance(shares, covariance, step, row.AtRisk);
            for (var k = 0; k < causes.Length; k++)
            {
                var (share, happened) = (shares[k + 1], (int)Math.Round(step[k + 1] * row.AtRisk));
                var ofAalen = aalen[k].Advance(before, shares[0], share, row.AtRisk, happened, row.Events - happened);
                var error = Math.Sqrt(variance == IncidenceVariance.Aalen ? ofAalen : Math.Max(0, covariance[k + 1, k + 1]));
                var (lower, upper) = band.Around(share, error / share, halfWidth);
                rows[k].Add(new(row.Time, row.AtRisk, happened, share, error, lower, upper));
            }
        }

        return causes.Select((cause, k) => new CumulativeIncidence(group, cause, observations.Length, rows[k]));
    }

    // Only the event-free share moves: to itself with step[0], to cause k with step[k].
    private static void Advance(double[] shares, double[,] covariance, double[] step, int atRisk)
    {
        var size = shares.Length;
        var (free, weight) = (shares[0], shares[0] * shares[0] / atRisk);
        var next = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var (keptI, keptJ) = (i == 0 ? 0 : 1, j == 0 ? 0 : 1);
                next[i, j] = (step[i] * step[j] * covariance[0, 0]) + (step[i] * keptJ * covariance[0, j])
                    + (keptI * step[j] * covariance[i, 0]) + (keptI * keptJ * covariance[i, j])
                    + (weight * ((i == j ? step[i] : 0) - (step[i] * step[j])));
            }
        }

        Array.Copy(next, covariance, next.Length);
        shares[0] = free * step[0];
        for (var k = 1; k < size; k++)
        {
            shares[k] += free * step[k];
        }
    }
}
