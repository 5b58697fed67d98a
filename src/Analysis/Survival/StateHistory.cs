namespace LeadershipSim.Analysis.Survival;

/// <summary>The states one subject was seen in.</summary>
/// <param name="InitialState">State at time 0.</param>
/// <param name="Moves">Its moves, at rising times above 0.</param>
/// <param name="LastTime">Last time it was observed, in ticks; not before its last move.</param>
/// <param name="Group">The group that is compared; empty when there is one.</param>
public sealed record StateHistory(string InitialState, IReadOnlyList<StateMove> Moves, double LastTime, string Group = "");

/// <summary>A move into another state.</summary>
/// <param name="Time">Time of the move, in ticks.</param>
/// <param name="State">State after it.</param>
public readonly record struct StateMove(double Time, string State);
