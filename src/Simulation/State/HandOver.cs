namespace LeadershipSim.Simulation.State;

/// <summary>Authority that one agent handed to another, or that an agent took up where it was vacant.</summary>
/// <param name="From">Seat of the giver; where authority was vacant, the seat at which it was so.</param>
/// <param name="To">Seat of the taker.</param>
/// <param name="Amount">Share of all authority, above 0.</param>
public readonly record struct HandOver(int From, int To, double Amount);
