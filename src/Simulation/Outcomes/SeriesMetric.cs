using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>Reads a number from the state after a tick.</summary>
public delegate double SeriesValue(in TickView view);

/// <summary>One number that can be followed in the course of a run.</summary>
/// <param name="Name">Column name.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Meaning">Meaning, in a sentence without a final stop.</param>
/// <param name="Value">Reads it.</param>
public sealed record SeriesMetric(string Name, bool IsWhole, string Unit, string Meaning, SeriesValue Value)
{
    /// <summary>Between which values it lies.</summary>
    public string Range { get; init; } = ValueRange.OfUnit(Unit);
}
