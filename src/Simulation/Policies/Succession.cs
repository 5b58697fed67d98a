namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// A holder of more than the senior share names as heir the tied agent with the largest w_ij e_j, hands it some authority and
/// mentors it. When the holder leaves, a ready heir takes all at once; else it takes it after a lag.
/// </summary>
public sealed record Succession : ILeadershipPolicy
{
    /// <summary>Share from which a holder names an heir.</summary>
    [Parameter("Share of authority above which a holder names an heir", Unit = "share")]
    public double SeniorShare { get; init; } = 0.25;

    /// <summary>Share handed each tick.</summary>
    [Parameter("Share of its authority that a senior hands its heir", Unit = "per tick")]
    public double ShareRate { get; init; } = 0.1;

    /// <summary>Share up to which the heir is handed authority.</summary>
    [Parameter("Share of authority up to which the heir is handed some", Unit = "share")]
    public double HeirShare { get; init; } = 0.15;

    /// <summary>Probability of mentoring.</summary>
    [Parameter("Probability that one belief is copied to the heir and its experience grows", Unit = "per tick")]
    public double Mentoring { get; init; } = 0.2;

    /// <summary>Probability that the heir is ready.</summary>
    [Parameter("Probability that the heir takes over at once when the senior leaves", Unit = "probability")]
    public double Readiness { get; init; } = 1;

    /// <summary>Lag when it is not.</summary>
    [Parameter("Ticks until an heir who was not ready takes over", Unit = "tick", Max = 1_000_000)]
    public int PromotionLagTicks { get; init; } = 12;
}
