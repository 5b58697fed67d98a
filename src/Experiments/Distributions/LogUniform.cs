using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Uniform in the logarithm on [from, to].</summary>
public sealed record LogUniform : IDistribution
{
    /// <summary>Least value.</summary>
    [Parameter("Least value", Min = 0, MinExclusive = true, Max = 1e12)]
    public double From { get; init; } = 0.01;

    /// <summary>Greatest value.</summary>
    [Parameter("Greatest value", Min = 0, MinExclusive = true, Max = 1e12)]
    public double To { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => From < To ? null : "from must be less than to";

    /// <inheritdoc/>
    public double Quantile(double u) => u >= 1 ? To : From * Math.Pow(To / From, u);
}
