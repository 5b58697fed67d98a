namespace LeadershipSim.Analysis.Calibration;

/// <summary>Parameter values, what the model made of them, and how near that is to what was observed.</summary>
/// <param name="Position">Shares of the priors' probability below the parameter values.</param>
/// <param name="Simulations">The summary statistics of each simulation at these values.</param>
/// <param name="Distances">Distance of each simulation from the observed statistics; ∞ where a statistic does not exist.</param>
/// <param name="Weight">Importance weight, not normalized.</param>
public sealed record Particle(
    IReadOnlyList<double> Position, IReadOnlyList<IReadOnlyList<double>> Simulations, IReadOnlyList<double> Distances, double Weight)
{
    /// <summary>Distance of the nearest simulation.</summary>
    public double Distance => Distances.Min();
}
