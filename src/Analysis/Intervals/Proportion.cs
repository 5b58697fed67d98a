namespace LeadershipSim.Analysis.Intervals;

/// <summary>A share of independent trials with Wilson's 95 % interval.</summary>
/// <remarks>Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953: unlike the plain interval it keeps its level near 0 and 1.</remarks>
/// <param name="Successes">Trials in which it happened.</param>
/// <param name="Trials">Trials.</param>
public sealed record Proportion(int Successes, int Trials)
{
    /// <summary>The share; null without trials.</summary>
    public double? Estimate => Trials == 0 ? null : (double)Successes / Trials;

    /// <summary>Lower end; null without trials.</summary>
    public double? Lower => Trials == 0 ? null : Math.Max(0, Centre - Reach);

    /// <summary>Upper end; null without trials.</summary>
    public double? Upper => Trials == 0 ? null : Math.Min(1, Centre + Reach);

    private static double Square => Normal.Quantile975 * Normal.Quantile975;

    private double Centre => (Successes + (Square / 2)) / (Trials + Square);

    private double Reach
    {
        get
        {
            var share = (double)Successes / Trials;
            return Normal.Quantile975 / (Trials + Square) * Math.Sqrt((share * (1 - share) * Trials) + (Square / 4));
        }
    }
}
