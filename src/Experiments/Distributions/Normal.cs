using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Normal.</summary>
public sealed record Normal : IDistribution
{
    /// <summary>Mean.</summary>
    [Parameter("Mean", Min = -1e12, Max = 1e12)]
    public double Mean { get; init; }

    /// <summary>Standard deviation.</summary>
    [Parameter("Standard deviation", Min = 0, MinExclusive = true, Max = 1e12)]
    public double StandardDeviation { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => null;

    /// <inheritdoc/>
    public double Quantile(double u) => Mean + (StandardDeviation * StandardNormal.Quantile(u));
}
