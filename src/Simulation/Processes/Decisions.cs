namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 7. Agents in random order work off their queues, oldest first, alone or with the word of another holder; they
/// learn from what comes of it, and trust moves.
/// </summary>
public sealed partial record Decisions
{
    /// <summary>Capacity c.</summary>
    [Parameter("Attempts an agent of experience 1/2 can make; capacity is c·(0.5 + experience)", Symbol = "c", Unit = "attempts per tick", Max = 1000)]
    public double Capacity { get; init; } = 4;

    /// <summary>Interdependence ι.</summary>
    [Parameter("Probability that a decision needs another holder's word", Symbol = "ι", Unit = "probability")]
    public double Interdependence { get; init; } = 0.5;

    /// <summary>Quality without experience q0.</summary>
    [Parameter("Probability that the right action succeeds without any experience", Symbol = "q0", Unit = "probability")]
    public double BaseQuality { get; init; } = 0.5;

    /// <summary>Experience gain η.</summary>
    [Parameter("Share of the gap to full experience closed by deciding; half of it by being consulted", Symbol = "η", Unit = "share")]
    public double ExperienceGain { get; init; } = 0.02;

    /// <summary>Belief step probability φ.</summary>
    [Parameter("Probability of learning one step: the consulted from a success, the decider from a failure", Symbol = "φ", Unit = "probability")]
    public double BeliefStepProbability { get; init; } = 0.2;

    /// <summary>Patience W.</summary>
    [Parameter("Ticks a decision can wait before it fails", Symbol = "W", Unit = "tick", Min = 1, Max = 64)]
    public int PatienceTicks { get; init; } = 4;
}
