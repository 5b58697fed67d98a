namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 8. Mutual learning: beliefs move one step towards the organizational code, and the code moves to the
/// authority-weighted majority of those who do better than it (March 1991, doi:10.1287/orsc.2.1.71).
/// </summary>
public sealed partial record Learning
{
    /// <summary>Socialization p1.</summary>
    [Parameter("Probability that a belief moves one step towards a non-zero code", Symbol = "p1", Unit = "per tick")]
    public double Socialization { get; init; } = 0.02;

    /// <summary>Code learning p2.</summary>
    [Parameter("Effectiveness of learning by the code", Symbol = "p2", Unit = "per tick")]
    public double CodeLearning { get; init; } = 0.1;
}
