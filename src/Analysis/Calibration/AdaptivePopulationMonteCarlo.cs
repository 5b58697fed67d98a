using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// Adaptive population Monte Carlo ABC (APMC): of N particles the αN nearest are kept, with their weights; the rest are drawn from
/// these with a normal kernel of twice their covariance and weight π/Σ w_j K; ε is the α-quantile of the distances. Stops when few of
/// the new particles come below the last ε.
/// </summary>
/// <param name="Settings">Its settings.</param>
/// <remarks>Lenormand, Jabot and Deffuant (2013), https://doi.org/10.1007/s00180-013-0428-3.</remarks>
public sealed record AdaptivePopulationMonteCarlo(AdaptivePopulationSettings Settings) : IPopulationMethod
{
    /// <inheritdoc/>
    public Population Advance(CalibrationProblem problem, IReadOnlyList<Population> before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(before);
        problem.Check(Settings);
        return before.Count == 0 ? First(problem, cancellation) : After(problem, before[^1], cancellation);
    }

    /// <inheritdoc/>
    public string? ReasonToStop(IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return populations.Count == 0 ? null
            : populations[^1].Epsilon == 0 ? "all particles agree with what was observed"
            : populations.Count > 1 && populations[^1].Acceptance <= Settings.LeastAcceptance
                ? Invariant($"{populations[^1].Acceptance:G3} of the new particles came below the last tolerance, not more than {Settings.LeastAcceptance}")
                : null;
    }

    /// <inheritdoc/>
    public PosteriorSample Posterior(CalibrationProblem problem, IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return PosteriorSample.Of([.. populations[^1].Particles.Where(p => double.IsFinite(p.Distance))]);
    }

    private Population First(CalibrationProblem problem, CancellationToken cancellation)
    {
        var positions = ParticleRunner.FromPrior(problem, 0, Settings.Particles);
        var simulations = ParticleRunner.Run(problem, 0, positions, 1, cancellation);
        var scales = SummaryDistance.Scales(problem, [.. simulations.Select(s => s[0])]);
        return Keep(0, ParticleRunner.Particles(problem, scales, positions, simulations), scales, Settings.Particles, Settings.KeptShare);
    }

    private Population After(CalibrationProblem problem, Population last, CancellationToken cancellation)
    {
        var (index, kernel, total) = (last.Index + 1, PerturbationKernel.Of(last.Particles, 2), 0.0);
        double[] cumulated = [.. last.Particles.Select(p => total += p.Weight)];
        double[][] positions =
            [.. Enumerable.Range(0, Settings.Particles - Settings.Kept).Select(i => kernel.Propose(last.Particles, cumulated, problem.KeyOf(index, i)))];
        var simulations = ParticleRunner.Run(problem, index, positions, 1, cancellation);
        var drawn = ParticleRunner.Particles(problem, last.Scales, positions, simulations)
            .Select((p, i) => p with { Weight = 1 / kernel.Density(last.Particles, total, positions[i]) })
            .ToList();
        var acceptance = drawn.Count(p => p.Distance < last.Epsilon) / (double)drawn.Count;
        return Keep(index, [.. last.Particles, .. drawn], last.Scales, drawn.Count, acceptance);
    }

    private Population Keep(int index, Particle[] particles, IReadOnlyList<double> scales, int simulations, double acceptance)
    {
        Particle[] kept = [.. particles.OrderBy(p => p.Distance).Take(Settings.Kept)];
        return new Population
        {
            Index = index,
            Epsilon = kept[^1].Distance,
            Acceptance = acceptance,
            Simulations = simulations,
            Scales = scales,
            Particles = kept,
        };
    }
}
