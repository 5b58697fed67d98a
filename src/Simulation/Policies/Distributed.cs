namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Each holder, with probability σ_i, gives a share of its authority to a tied agent drawn ∝ w_ij e_j. Vacant authority is
/// split at once over the leaver's tied agents ∝ e_j (a_j + 1/n).
/// </summary>
public sealed record Distributed : ILeadershipPolicy
{
    /// <summary>Share given.</summary>
    [Parameter("Share of its authority that a sharing holder gives away", Unit = "per tick")]
    public double ShareRate { get; init; } = 0.1;
}
