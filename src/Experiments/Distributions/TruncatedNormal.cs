using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>A normal variable, given that it is in [min, max].</summary>
public sealed record TruncatedNormal : IDistribution
{
    /// <summary>Mean before truncation.</summary>
    [Parameter("Mean before truncation", Min = -1e12, Max = 1e12)]
    public double Mean { get; init; } = 0.5;

    /// <summary>Standard deviation before truncation.</summary>
    [Parameter("Standard deviation before truncation", Min = 0, MinExclusive = true, Max = 1e12)]
    public double StandardDeviation { get; init; } = 0.25;

    /// <summary>Least value.</summary>
    [Parameter("Least value", Min = -1e12, Max = 1e12)]
    public double Min { get; init; }

    /// <summary>Greatest value.</summary>
    [Parameter("Greatest value", Min = -1e12, Max = 1e12)]
    public double Max { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem
    {
        get
        {
            if (Min >= Max)
            {
                return "min must be less than max";
            }

            var (low, high, _) = Tail();
            return high - low > double.Epsilon * 1e16 ? null : "the normal has no probability between min and max";
        }
    }

    /// <inheritdoc/>
    public double Quantile(double u)
    {
        var (low, high, isMirrored) = Tail();
        var share = isMirrored ? 1 - u : u;
        var z = StandardNormal.Quantile(low + (share * (high - low)));
        return Math.Clamp(Mean + (StandardDeviation * (isMirrored ? -z : z)), Min, Max);
    }

    // Worked in the lower tail, where probabilities keep their digits.
    private (double Low, double High, bool IsMirrored) Tail()
    {
        var (a, b) = ((Min - Mean) / StandardDeviation, (Max - Mean) / StandardDeviation);
        return a > 0
            ? (StandardNormal.Cumulative(-b), StandardNormal.Cumulative(-a), true)
            : (StandardNormal.Cumulative(a), StandardNormal.Cumulative(b), false);
    }
}
