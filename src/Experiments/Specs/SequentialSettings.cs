using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Settings of adaptive sequential Monte Carlo. The tolerance to stop at is that of the stopping rule.</summary>
public sealed record SequentialSettings : ICalibrationMethod
{
    /// <summary>N, particles.</summary>
    [Parameter("Particles", Symbol = "N", Min = 2, Max = 1e8)]
    public int Particles { get; init; } = 1000;

    /// <summary>M, simulations a particle.</summary>
    [Parameter("Simulations at the values of a particle", Symbol = "M", Min = 1, Max = 1e6)]
    public int SimulationsPerParticle { get; init; } = 1;

    /// <summary>α: the effective sample size is to become this share of what it was.</summary>
    [Parameter("Share that the next tolerance leaves of the effective sample size", Unit = "share", Symbol = "α", MinExclusive = true, Max = 0.999)]
    public double KeptShare { get; init; } = 0.9;

    /// <summary>Least share of accepted moves; under it the calibration stops.</summary>
    [Parameter("Share of accepted moves under which the calibration stops", Unit = "share")]
    public double LeastAcceptance { get; init; } = 0.015;

    /// <inheritdoc/>
    public bool HasTolerance => true;

    /// <inheritdoc/>
    public string? Refusal(int parameters) => null;

    /// <inheritdoc/>
    public long? SimulationsOf(int population) => (long)Particles * SimulationsPerParticle;
}
