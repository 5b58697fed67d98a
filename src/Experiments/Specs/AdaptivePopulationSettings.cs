using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Settings of adaptive population Monte Carlo.</summary>
public sealed record AdaptivePopulationSettings : ICalibrationMethod
{
    /// <summary>N, particles drawn in all; αN of them are kept in a population.</summary>
    [Parameter("Particles drawn in all; the kept share of them makes a population", Symbol = "N", Min = 4, Max = 1e8)]
    public int Particles { get; init; } = 1000;

    /// <summary>α, share of particles that is kept.</summary>
    [Parameter("Share of particles that is kept; the others are drawn again", Unit = "share", Symbol = "α", MinExclusive = true, Max = 0.99)]
    public double KeptShare { get; init; } = 0.5;

    /// <summary>Least share of new particles below the last ε; under it the calibration stops.</summary>
    [Parameter("Share of new particles below the last tolerance at or under which the calibration stops", Unit = "share")]
    public double LeastAcceptance { get; init; } = 0.05;

    /// <summary>Particles kept in a population.</summary>
    public int Kept => (int)(KeptShare * Particles);

    /// <inheritdoc/>
    public bool HasTolerance => true;

    /// <inheritdoc/>
    public string? Refusal(int parameters) => Kept >= 2 && Kept < Particles ? null
        : Invariant($"keptShare is {KeptShare} of {Particles} particles; at least 2 have to be kept, and not all. Raise particles or change keptShare");

    /// <inheritdoc/>
    public long? SimulationsOf(int population) => population == 0 ? Particles : Particles - Kept;
}
