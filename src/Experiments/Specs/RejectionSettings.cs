using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Settings of rejection from the prior.</summary>
public sealed record RejectionSettings : ICalibrationMethod
{
    // Distances are in spreads of the statistics: none is ever as large.
    private const double AnyDistance = 1e9;

    /// <summary>Draws in all.</summary>
    [Parameter("Draws from the prior in all", Min = 10, Max = 1e9)]
    public int Draws { get; init; } = 10_000;

    /// <summary>Draws in a population.</summary>
    [Parameter("Draws in a population, after each of which a calibration can be resumed", Min = 1, Max = 1e9)]
    public int Batch { get; init; } = 1000;

    /// <summary>Most draws that are accepted, the nearest, as a share of all.</summary>
    [Parameter("Most draws that are accepted, the nearest, as a share of all", Unit = "share", MinExclusive = true)]
    public double AcceptedShare { get; init; } = 0.05;

    /// <summary>Largest distance that is accepted.</summary>
    [Parameter("Largest distance that is accepted", Max = AnyDistance)]
    public double Epsilon { get; init; } = AnyDistance;

    /// <summary>Whether what is accepted is adjusted by regression to the observed statistics.</summary>
    [Parameter("Whether what is accepted is adjusted by regression to the observed statistics")]
    public bool Adjusts { get; init; } = true;

    /// <inheritdoc/>
    public bool HasTolerance => false;

    /// <inheritdoc/>
    public string? Refusal(int parameters) => AcceptedShare * Draws >= 2 ? null
        : Invariant($"acceptedShare is {AcceptedShare} of {Draws} draws, fewer than 2; raise one of them");

    /// <inheritdoc/>
    public long? SimulationsOf(int population) => (long)population * Batch < Draws ? Math.Min(Batch, Draws - ((long)population * Batch)) : null;
}
