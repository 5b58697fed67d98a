using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// Adaptive SMC-ABC: M simulations a particle; weights follow the share of them within ε, and ε falls so that the effective sample size
/// becomes α times what it was; particles are resampled when it is under N/2, then moved by a Metropolis step with twice their covariance.
/// </summary>
/// <param name="Settings">Its settings.</param>
/// <remarks>Del Moral, Doucet and Jasra (2012), https://doi.org/10.1007/s11222-011-9271-y.</remarks>
public sealed record SequentialMonteCarlo(SequentialSettings Settings) : IPopulationMethod
{
    // Beside the keys of particles: the one number that resampling needs.
    private const int ResamplingParticle = int.MaxValue;
    private const ulong DecisionPurpose = 2;

    /// <summary>Tolerance to stop at.</summary>
    public double Epsilon { get; init; }

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
        return populations.Count < 2 ? null
            : populations[^1].Epsilon <= Epsilon ? "the tolerance asked for is reached"
            : populations[^1].Epsilon >= populations[^2].Epsilon ? "the tolerance falls no further"
            : populations[^1].Acceptance < Settings.LeastAcceptance
                ? Invariant($"{populations[^1].Acceptance:G3} of the moves were accepted, fewer than {Settings.LeastAcceptance}")
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
        var simulations = ParticleRunner.Run(problem, 0, positions, Settings.SimulationsPerParticle, cancellation);
        var scales = SummaryDistance.Scales(problem, [.. simulations.SelectMany(s => s)]);
        return new Population
        {
            Index = 0,
            Epsilon = double.PositiveInfinity,
            Acceptance = 1,
            Simulations = (long)Settings.Particles * Settings.SimulationsPerParticle,
            Scales = scales,
            Particles = ParticleRunner.Particles(problem, scales, positions, simulations),
        };
    }

    private Population After(CalibrationProblem problem, Population last, CancellationToken cancellation)
    {
        var index = last.Index + 1;
        var epsilon = Math.Max(Epsilon, NextEpsilon(last));
        Particle[] particles = [.. last.Particles.Select(p => p with { Weight = WeightAt(p, epsilon, last.Epsilon) })];
        if (WeightedSample.EffectiveSize([.. particles.Select(p => p.Weight)]) < Settings.Particles / 2.0)
        {
            particles = Resample(particles, problem.KeyOf(index, ResamplingParticle));
        }

        var kernel = PerturbationKernel.Of(particles, 2);
        double[]?[] proposals = [.. particles.Select((p, i) => Proposal(kernel, p, problem.KeyOf(index, i)))];
        var simulations = ParticleRunner.Run(problem, index, proposals, Settings.SimulationsPerParticle, cancellation);
        var (accepted, alive) = (0, particles.Count(p => p.Weight > 0));
        for (var i = 0; i < particles.Length; i++)
        {
            if (proposals[i] is { } position && Moved(problem, last.Scales, position, simulations[i], particles[i].Weight) is var moved
                && IsAccepted(moved, particles[i], epsilon, problem.KeyOf(index, i)))
            {
                (particles[i], accepted) = (moved, accepted + 1);
            }
        }

        return new Population
        {
            Index = index,
            Epsilon = epsilon,
            Acceptance = (double)accepted / alive,
            Simulations = simulations.Sum(s => s.Count),
            Scales = last.Scales,
            Particles = particles,
        };
    }

    // A move out of the prior is refused without a simulation; so is that of a particle that no longer counts.
    private static double[]? Proposal(PerturbationKernel kernel, Particle particle, ulong key)
    {
        var random = new RandomStream(key);
        return particle.Weight > 0 && kernel.Step(particle.Position, ref random) is var position && PerturbationKernel.IsInside(position) ? position : null;
    }

    private static Particle Moved(
        CalibrationProblem problem, IReadOnlyList<double> scales, double[] position, IReadOnlyList<IReadOnlyList<double>> simulations, double weight) =>
        new(position, simulations, [.. simulations.Select(s => SummaryDistance.Of(problem, scales, s))], weight);

    private static bool IsAccepted(Particle moved, Particle from, double epsilon, ulong key) =>
        new RandomStream(SplitMix64.Combine(key, DecisionPurpose)).NextUniform() * Within(from, epsilon) < Within(moved, epsilon);

    private double NextEpsilon(Population last)
    {
        double[] levels = [.. last.Particles.SelectMany(p => p.Distances).Where(d => d <= last.Epsilon && double.IsFinite(d)).Distinct().Order()];
        var wanted = Settings.KeptShare * WeightedSample.EffectiveSize([.. last.Particles.Select(p => p.Weight)]);
        var (low, high) = (0, levels.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var size = WeightedSample.EffectiveSize([.. last.Particles.Select(p => WeightAt(p, levels[middle], last.Epsilon))]);
            (low, high) = size >= wanted ? (low, middle) : (middle + 1, high);
        }

        return levels.Length == 0 ? throw new CalibrationException("No simulation has all statistics: nothing can be compared with what was observed. Take statistics that every program has, or more runs per simulation") : levels[low];
    }

    private static double WeightAt(Particle particle, double epsilon, double before) =>
        particle.Weight > 0 ? particle.Weight * Within(particle, epsilon) / Within(particle, before) : 0;

    private static int Within(Particle particle, double epsilon) => particle.Distances.Count(d => d <= epsilon);

    // Systematic: every particle comes back as often as its weight says, up to one.
    private static Particle[] Resample(Particle[] particles, ulong key)
    {
        var (total, offset) = (particles.Sum(p => p.Weight), new RandomStream(key).NextUniform());
        var (resampled, sum, at) = (new Particle[particles.Length], particles[0].Weight, 0);
        for (var i = 0; i < resampled.Length; i++)
        {
            while (sum < (i + offset) / resampled.Length * total && at < particles.Length - 1)
            {
                sum += particles[++at].Weight;
            }

            resampled[i] = particles[at] with { Weight = 1 };
        }

        return resampled;
    }
}
