namespace LeadershipSim.Analysis.Calibration;

/// <summary>One population of particles; with those before it, all that a calibration needs to continue.</summary>
public sealed record Population
{
    /// <summary>Its number, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Tolerance ε: the largest distance that was accepted; ∞ when all were.</summary>
    public required double Epsilon { get; init; }

    /// <summary>Share of proposals that were accepted.</summary>
    public required double Acceptance { get; init; }

    /// <summary>Simulations that were done for it.</summary>
    public required long Simulations { get; init; }

    /// <summary>By what each statistic is divided in the distance; the same in all populations of a calibration.</summary>
    public required IReadOnlyList<double> Scales { get; init; }

    /// <summary>The particles.</summary>
    public required IReadOnlyList<Particle> Particles { get; init; }

    /// <summary>Effective sample size; see <see cref="PosteriorSample.EffectiveSize"/>.</summary>
    public double EffectiveSize => PosteriorSample.Of(Particles).EffectiveSize;

    /// <summary>The same simulations by their distance from other observed statistics.</summary>
    internal Population ComparedWith(CalibrationProblem problem) => this with
    {
        Particles = [.. Particles.Select(p => p with { Distances = [.. p.Simulations.Select(s => SummaryDistance.Of(problem, Scales, s))] })],
    };
}
