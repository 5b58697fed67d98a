using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>Writes a quantity of every seat.</summary>
public delegate void SeatValues(in TickView view, Span<double> values);

/// <summary>Something that every seat has, and an expression can name.</summary>
/// <param name="Name">Name in expressions.</param>
/// <param name="Unit">Unit; for conditions "0 or 1".</param>
/// <param name="IsCondition">Whether it holds or does not hold.</param>
/// <param name="Meaning">Meaning, in a sentence without a final stop.</param>
/// <param name="Values">Writes it.</param>
public sealed record SeatQuantity(string Name, string Unit, bool IsCondition, string Meaning, SeatValues Values);
