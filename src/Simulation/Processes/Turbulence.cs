namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 2. Every dimension of reality flips with probability p4.</summary>
public sealed partial record Turbulence
{
    /// <summary>Flip probability p4.</summary>
    [Parameter("Probability that a dimension of reality flips", Symbol = "p4", Unit = "per tick")]
    public double FlipProbability { get; init; } = 0.002;
}
