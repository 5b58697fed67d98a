namespace LeadershipSim.Analysis.Calibration;

/// <summary>A weighted sample of the posterior, as shares of the priors' probability.</summary>
/// <param name="Positions">The positions, one a particle.</param>
/// <param name="Weights">Their weights, not normalized.</param>
public sealed record PosteriorSample(IReadOnlyList<IReadOnlyList<double>> Positions, IReadOnlyList<double> Weights)
{
    /// <summary>The sample of particles as they are.</summary>
    public static PosteriorSample Of(IReadOnlyList<Particle> particles)
    {
        ArgumentNullException.ThrowIfNull(particles);
        return new([.. particles.Select(p => p.Position)], [.. particles.Select(p => p.Weight)]);
    }

    /// <summary>The values of one parameter.</summary>
    /// <param name="parameter">Its number, from 0.</param>
    /// <param name="quantile">Quantile function of its prior; null: shares are wanted as they are.</param>
    public WeightedSample Parameter(int parameter, Func<double, double>? quantile = null) =>
        new([.. Positions.Select(p => quantile is null ? p[parameter] : quantile(p[parameter]))], Weights);
}
