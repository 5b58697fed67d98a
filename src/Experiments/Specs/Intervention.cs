using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Experiments.Specs;

/// <summary>The effect of losing leadership as an experiment: every world is run twice, with and without a removal.</summary>
/// <param name="Removal">Who is removed, and when.</param>
/// <param name="AfterTicks">Ticks after the removal at which programs are looked at.</param>
public sealed record Intervention(Shock Removal, int AfterTicks)
{
    /// <summary>Ticks after the removal when a file does not say: a year of weeks.</summary>
    public const int UsualAfterTicks = 52;
}
