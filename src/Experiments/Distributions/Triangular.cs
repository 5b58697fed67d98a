using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Triangular.</summary>
public sealed record Triangular : IDistribution
{
    /// <summary>Least value.</summary>
    [Parameter("Least value", Min = -1e12, Max = 1e12)]
    public double Min { get; init; }

    /// <summary>Most likely value.</summary>
    [Parameter("Most likely value", Min = -1e12, Max = 1e12)]
    public double Mode { get; init; } = 0.5;

    /// <summary>Greatest value.</summary>
    [Parameter("Greatest value", Min = -1e12, Max = 1e12)]
    public double Max { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => Min <= Mode && Mode <= Max && Min < Max ? null : "min, mode and max must be in this order, min below max";

    /// <inheritdoc/>
    public double Quantile(double u)
    {
        var (width, rise) = (Max - Min, Mode - Min);
        return u * width <= rise ? Min + Math.Sqrt(u * width * rise) : Max - Math.Sqrt((1 - u) * width * (Max - Mode));
    }
}
