namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Each holder, with probability 1−σ, claims a share of the authority of one random tied agent that holds less. What a leaver
/// held stays with the empty seat, and whoever is recruited into it inherits it.
/// </summary>
public sealed record Hoarding : ILeadershipPolicy
{
    /// <summary>Share of the other's authority that is claimed.</summary>
    [Parameter("Share of a weaker tied agent's authority that a hoarder claims", Unit = "per tick")]
    public double ClaimRate { get; init; } = 0.1;
}
