namespace LeadershipSim.Analysis.Inference;

/// <summary>A share of trials with Wilson's 95 % interval.</summary>
/// <remarks>
/// Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953: unlike the plain interval it keeps its level near 0 and 1. Trials that
/// share their randomness in clusters count for as many independent ones as give the same variance (Kish's design effect; this
/// combination: Dean and Pagano 2015, https://doi.org/10.1093/jssam/smv024).
/// </remarks>
/// <param name="Successes">Trials in which it happened.</param>
/// <param name="Trials">Trials.</param>
public sealed record Proportion(int Successes, int Trials)
{
    /// <summary>Number of independent trials that would say as much; never more than <see cref="Trials"/>.</summary>
    public double EffectiveTrials { get; init; } = Trials;

    /// <summary>The share; null without trials.</summary>
    public double? Estimate => Trials == 0 ? null : Share;

    /// <summary>Lower end; null without trials.</summary>
    public double? Lower => Trials == 0 ? null : Math.Max(0, Centre - Reach);

    /// <summary>Upper end; null without trials.</summary>
    public double? Upper => Trials == 0 ? null : Math.Min(1, Centre + Reach);

    /// <summary>Share and interval in one; null without trials.</summary>
    public Interval? Interval => Trials == 0 ? null : new(Share, Math.Max(0, Centre - Reach), Math.Min(1, Centre + Reach));

    private static double Square => NormalQuantile.Quantile975 * NormalQuantile.Quantile975;

    private double Share => (double)Successes / Trials;

    private double Centre => ((Share * EffectiveTrials) + (Square / 2)) / (EffectiveTrials + Square);

    private double Reach => HalfWidth(Share, EffectiveTrials, NormalQuantile.Quantile975);

    /// <summary>Half the width of Wilson's interval, before it is cut at 0 and 1.</summary>
    internal static double HalfWidth(double share, double trials, double quantile) =>
        quantile / (trials + (quantile * quantile)) * Math.Sqrt((share * (1 - share) * trials) + (quantile * quantile / 4));

    /// <summary>The share of trials that come in clusters.</summary>
    /// <param name="trials">For each trial its cluster, and whether it succeeded.</param>
    public static Proportion OfClusters(IEnumerable<(int Cluster, bool Success)> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        (int Successes, int Trials)[] clusters = [.. trials.GroupBy(t => t.Cluster).Select(c => (c.Count(t => t.Success), c.Count()))];
        var plain = new Proportion(clusters.Sum(c => c.Successes), clusters.Sum(c => c.Trials));
        var binomial = plain.Trials == 0 ? 0 : plain.Trials * plain.Share * (1 - plain.Share);
        if (binomial == 0 || clusters.Length == plain.Trials)
        {
            return plain;
        }

        var between = clusters.Sum(c => Math.Pow(c.Successes - (plain.Share * c.Trials), 2));
        return plain with { EffectiveTrials = plain.Trials / Math.Max(1, between / binomial) };
    }
}
