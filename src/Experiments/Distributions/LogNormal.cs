using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Log-normal.</summary>
public sealed record LogNormal : IDistribution
{
    /// <summary>Mean of the natural logarithm.</summary>
    [Parameter("Mean of the natural logarithm", Min = -100, Max = 100)]
    public double LogMean { get; init; }

    /// <summary>Standard deviation of the natural logarithm.</summary>
    [Parameter("Standard deviation of the natural logarithm", Min = 0, MinExclusive = true, Max = 100)]
    public double LogStandardDeviation { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => null;

    /// <inheritdoc/>
    public double Quantile(double u) => Math.Exp(LogMean + (LogStandardDeviation * StandardNormal.Quantile(u)));
}
