namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Authority drifts to fixed shares per level, equal within a level. Vacant authority passes, after a lag, to the most
/// experienced tied agent of the same or the next level.
/// </summary>
public sealed record Hierarchy : ILeadershipPolicy
{
    /// <summary>Speed of the drift.</summary>
    [Parameter("Share of the gap to the level's share that is restored", Unit = "per tick")]
    public double RestoreRate { get; init; } = 0.05;

    /// <summary>Lag of promotion.</summary>
    [Parameter("Ticks until vacant authority is passed on", Unit = "tick", Max = 1_000_000)]
    public int PromotionLagTicks { get; init; } = 12;

    /// <summary>Share of the director.</summary>
    [Parameter("Share of the director", Unit = "share")]
    public double DirectorShare { get; init; } = 0.5;

    /// <summary>Share of the coordinators together; the members hold the rest.</summary>
    [Parameter("Share of all coordinators together; the members hold the rest", Unit = "share")]
    public double CoordinatorsShare { get; init; } = 0.35;
}
