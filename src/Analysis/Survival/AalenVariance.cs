namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// Aalen's variance of the cumulative incidence of one cause, fed with the distinct times in order:
/// V(t) = Σ_{t_i ≤ t} S(t_i−)² [(1 − g_i)² v(d_i, n_i) + g_i² v(e_i, n_i)] with g_i = (F(t) − F(t_i)) / S(t_i), d_i events from the cause,
/// e_i events from all others, n_i at risk and v(d, n) = d (n − d) / (n² (n − 1)), which is 1/n² where n is 1. Where S(t_i) is 0, g_i is 0.
/// </summary>
/// <remarks>
/// Aalen (1978), https://doi.org/10.1214/aos/1176344198, with v for tied times as in Gray's program cuminc of the R package cmprsk
/// (Gray 1988, https://doi.org/10.1214/aos/1176350951). It takes the events of the cause and of the others for independent given the
/// past, which the Greenwood-type variance does not: at the first event it is 1/n² instead of (1 − 1/n)/n². The two agree in large
/// samples; in small ones this one tends to be the larger, and Greenwood's is the one to prefer (Allignol, Schumacher and Beyersmann 2010,
/// https://doi.org/10.1002/bimj.200900039). Take Aalen's to compare with work that was done with cmprsk.
/// </remarks>
internal sealed class AalenVariance
{
    // Sums of a² w, a b w and b² w with w = S(t_i−)² v; the addend at t is (a − F(t) b)² w, so three sums serve every later t.
    private double _squares;
    private double _products;
    private double _slopes;

    /// <summary>Takes in the events at a time and returns the variance just after it.</summary>
    /// <param name="before">Share without any event just before the time, S(t−).</param>
    /// <param name="after">Share without any event after it, S(t).</param>
    /// <param name="incidence">Cumulative incidence of the cause after it, F(t).</param>
    /// <param name="atRisk">Number at risk just before it.</param>
    /// <param name="events">Events from the cause at it.</param>
    /// <param name="others">Events from the other causes at it.</param>
    public double Advance(double before, double after, double incidence, int atRisk, int events, int others)
    {
        var slope = after > 0 ? 1 / after : 0;
        Add(1 + (incidence * slope), slope, before * before * OfShare(events, atRisk));
        Add(incidence * slope, slope, before * before * OfShare(others, atRisk));
        return Math.Max(0, _squares - (2 * incidence * _products) + (incidence * incidence * _slopes));
    }

    private void Add(double constant, double slope, double weight)
    {
        _squares += constant * constant * weight;
        _products += constant * slope * weight;
        _slopes += slope * slope * weight;
    }

    private static double OfShare(int events, int atRisk)
    {
        var size = (double)atRisk;
        return events == 0 ? 0 : events / (size * size) * (events == 1 ? 1 : (size - events) / (size - 1));
    }
}
