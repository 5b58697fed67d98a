namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Count, mean and spread of one measured quantity over runs.</summary>
/// <param name="Count">Number of runs.</param>
/// <param name="Mean">Mean.</param>
/// <param name="SquaredDeviations">Sum of squared deviations from the mean.</param>
internal readonly record struct Moments(long Count, double Mean, double SquaredDeviations)
{
    /// <summary>Standard error of the mean.</summary>
    public double StandardError => Math.Sqrt(SquaredDeviations / Math.Max(1, Count - 1) / Count);

    /// <summary>With one more value (Welford 1962, doi:10.1080/00401706.1962.10490022).</summary>
    public Moments With(double value)
    {
        var mean = Mean + ((value - Mean) / (Count + 1));
        return new(Count + 1, mean, SquaredDeviations + ((value - Mean) * (value - mean)));
    }

    /// <summary>Of both sets of runs together.</summary>
    public Moments With(Moments other)
    {
        var (count, difference) = (Count + other.Count, other.Mean - Mean);
        return new(
            count,
            Mean + (difference * other.Count / count),
            SquaredDeviations + other.SquaredDeviations + (difference * difference * Count * other.Count / count));
    }
}
