namespace LeadershipSim.Analysis.Calibration;

/// <summary>A weighted sample of the posterior, as shares of the priors' probability.</summary>
/// <param name="Positions">The positions, one a particle.</param>
/// <param name="Weights">Their weights, not normalized.</param>
public sealed record PosteriorSample(IReadOnlyList<IReadOnlyList<double>> Positions, IReadOnlyList<double> Weights)
{
    /// <summary>Distance of each particle's nearest simulation from what was observed; empty where there are no particles.</summary>
    public IReadOnlyList<double> Distances { get; init; } = [];

    /// <summary>Effective sample size (Σw)²/Σw², w summed over particles at the same position: copies tell nothing new.</summary>
    public double EffectiveSize => WeightedSample.EffectiveSize(
        [.. Positions.Zip(Weights).GroupBy(p => string.Join(' ', p.First)).Select(g => g.Sum(p => p.Second))]);

    /// <summary>The sample of particles as they are.</summary>
    public static PosteriorSample Of(IReadOnlyList<Particle> particles)
    {
        ArgumentNullException.ThrowIfNull(particles);
        return new([.. particles.Select(p => p.Position)], [.. particles.Select(p => p.Weight)]) { Distances = [.. particles.Select(p => p.Distance)] };
    }

    /// <summary>The values of one parameter.</summary>
    /// <param name="parameter">Its number, from 0.</param>
    /// <param name="quantile">Quantile function of its prior; null: shares are wanted as they are.</param>
    public WeightedSample Parameter(int parameter, Func<double, double>? quantile = null) =>
        new([.. Positions.Select(p => quantile is null ? p[parameter] : quantile(p[parameter]))], Weights);
}
