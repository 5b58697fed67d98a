namespace LeadershipSim.Analysis.Survival;

/// <summary>How long one subject was observed, and whether the event ended it.</summary>
/// <param name="Time">Time of the event or of censoring, in ticks; above 0.</param>
/// <param name="Event">Whether the event happened at <paramref name="Time"/>; false: censored there.</param>
public readonly record struct Observation(double Time, bool Event);
