using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Weibull: S(x) = exp(−(x/scale)^shape).</summary>
public sealed record Weibull : IDistribution
{
    /// <summary>Shape; above 1 the hazard rises.</summary>
    [Parameter("Shape; above 1 the hazard rises", Min = 0, MinExclusive = true, Max = 1e6)]
    public double Shape { get; init; } = 1;

    /// <summary>Scale.</summary>
    [Parameter("Scale: the share 1 - 1/e of the values lies below it", Min = 0, MinExclusive = true, Max = 1e12)]
    public double Scale { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => null;

    /// <inheritdoc/>
    public double Quantile(double u) => Scale * Math.Pow(-double.LogP1(-u), 1 / Shape);
}
