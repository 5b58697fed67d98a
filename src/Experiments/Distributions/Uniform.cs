using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Uniform on [from, to].</summary>
public sealed record Uniform : IDistribution
{
    /// <summary>Least value.</summary>
    [Parameter("Least value", Min = -1e12, Max = 1e12)]
    public double From { get; init; }

    /// <summary>Greatest value.</summary>
    [Parameter("Greatest value", Min = -1e12, Max = 1e12)]
    public double To { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => From < To ? null : "from must be less than to";

    /// <inheritdoc/>
    public double Quantile(double u) => u >= 1 ? To : From + ((To - From) * u);
}
