using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>
/// A researcher's own rule that ends a program, beside its viability: an end with a cause of its own, which competes with failure and the end
/// of the need. A program that fails in the same tick has failed.
/// </summary>
public sealed record StopRule
{
    /// <summary>When the program ends; looked at after every tick, the founding left out.</summary>
    [NotAParameter]
    public required StateCondition When { get; init; }

    /// <summary>How long the condition has to hold.</summary>
    [Parameter("Consecutive ticks for which the condition of a stop rule has to hold", Unit = "tick", Min = 1, Max = 1_000_000, Source = "set by the case")]
    public int ForTicks { get; init; } = 1;

    /// <summary>What the end is called in results.</summary>
    [Parameter("What the end is called in results", Source = "set by the case")]
    public string Cause { get; init; } = "stopped";
}
