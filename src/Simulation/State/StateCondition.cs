namespace LeadershipSim.Simulation.State;

/// <summary>Whether something holds in the state after a tick.</summary>
public delegate bool StateTest(in TickView view);

/// <summary>A condition on the state of a run. It reads, and changes no bit; threads may share it.</summary>
/// <param name="Text">The condition as a file spells it, such as <c>vitality &lt; 0.6</c>.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record StateCondition(string Text, StateTest Holds);
