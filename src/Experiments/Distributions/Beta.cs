using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Beta(a, b) on [min, max].</summary>
public sealed record Beta : IDistribution
{
    /// <summary>First shape.</summary>
    [Parameter("First shape: weight of high values", Min = 0.01, Max = 1e4)]
    public double A { get; init; } = 2;

    /// <summary>Second shape.</summary>
    [Parameter("Second shape: weight of low values", Min = 0.01, Max = 1e4)]
    public double B { get; init; } = 2;

    /// <summary>Least value.</summary>
    [Parameter("Least value", Min = -1e12, Max = 1e12)]
    public double Min { get; init; }

    /// <summary>Greatest value.</summary>
    [Parameter("Greatest value", Min = -1e12, Max = 1e12)]
    public double Max { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => Min < Max ? null : "min must be less than max";

    /// <inheritdoc/>
    public double Quantile(double u) => Min + ((Max - Min) * IncompleteBeta.Inverse(u, A, B));
}
