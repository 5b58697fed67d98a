namespace LeadershipSim.Analysis.Calibration;

/// <summary>One population of particles; with those before it, all that a calibration needs to go on.</summary>
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

    /// <summary>Effective sample size (Σw)²/Σw², w summed over particles at the same position: copies tell nothing new.</summary>
    public double EffectiveSize => WeightedSample.EffectiveSize(
        [.. Particles.GroupBy(p => string.Join(' ', p.Position)).Select(g => g.Sum(p => p.Weight))]);
}
