using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>Uniform on the whole numbers from..to.</summary>
public sealed record WholeNumbers : IDistribution
{
    /// <summary>Least number.</summary>
    [Parameter("Least number", Min = -1e9, Max = 1e9)]
    public int From { get; init; }

    /// <summary>Greatest number.</summary>
    [Parameter("Greatest number", Min = -1e9, Max = 1e9)]
    public int To { get; init; } = 1;

    /// <inheritdoc/>
    public string? Problem => From < To ? null : "from must be less than to";

    /// <inheritdoc/>
    public double Quantile(double u) => Math.Min(To, From + Math.Floor(u * (To - (double)From + 1)));
}
