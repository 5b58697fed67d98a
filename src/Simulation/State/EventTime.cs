namespace LeadershipSim.Simulation.State;

/// <summary>The tick of an event, or the last tick at which it was seen not to have happened.</summary>
/// <param name="Tick">Tick of the event, or of censoring.</param>
/// <param name="Occurred">Whether the event happened; false: censored at <paramref name="Tick"/>.</param>
public readonly record struct EventTime(int Tick, bool Occurred);
