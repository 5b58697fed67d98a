namespace LeadershipSim.Analysis.Calibration;

/// <summary>What the posterior says about one parameter.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation.</param>
/// <param name="Median">Median.</param>
/// <param name="Lower50">Lower quartile.</param>
/// <param name="Upper50">Upper quartile.</param>
/// <param name="Lower95">2.5 % quantile.</param>
/// <param name="Upper95">97.5 % quantile.</param>
/// <param name="Overlap">
/// Share of the posterior that the prior has too, Σ min(p, 1/B) over B bins of equal prior probability; 1: nothing was learned.
/// </param>
public sealed record PosteriorSummary(
    double Mean, double StandardDeviation, double Median, double Lower50, double Upper50, double Lower95, double Upper95, double Overlap)
{
    /// <summary>Bins of equal prior probability: enough to see a posterior of a tenth of the prior's width, few enough for some hundred particles.</summary>
    public const int Bins = 20;

    /// <summary>The summary of one parameter.</summary>
    /// <param name="sample">The posterior.</param>
    /// <param name="parameter">The parameter's number, from 0.</param>
    /// <param name="quantile">Quantile function of its prior.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public static PosteriorSummary Of(PosteriorSample sample, int parameter, Func<double, double> quantile)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(quantile);
        if (!(sample.Weights.Sum() > 0))
        {
            throw new ArgumentException("Nothing was accepted: there is no posterior to summarize.", nameof(sample));
        }

        var values = sample.Parameter(parameter, quantile);
        return new(
            values.Mean, values.StandardDeviation, values.Quantile(0.5), values.Quantile(0.25), values.Quantile(0.75),
            values.Quantile(0.025), values.Quantile(0.975), OverlapOf(sample.Parameter(parameter)));
    }

    /// <summary>Share of the posterior in each bin of equal prior probability.</summary>
    /// <param name="shares">Shares of the prior's probability.</param>
    public static IReadOnlyList<double> Masses(WeightedSample shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var (masses, total) = (new double[Bins], shares.Weights.Sum());
        foreach (var (share, weight) in shares.Values.Zip(shares.Weights))
        {
            masses[Math.Min(Bins - 1, (int)(share * Bins))] += weight / total;
        }

        return masses;
    }

    private static double OverlapOf(WeightedSample shares) => Masses(shares).Sum(m => Math.Min(m, 1.0 / Bins));
}
