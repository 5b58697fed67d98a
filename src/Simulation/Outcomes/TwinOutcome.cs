using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>How the twin of a world ended: the same people, fates, reality and demand, with leaders removed at a tick.</summary>
/// <param name="EndTick">Last tick of the twin.</param>
/// <param name="EndCause">Why it was the last.</param>
/// <param name="FoundSomebody">Whether the removal found somebody to remove; true also where the program had ended before it.</param>
public sealed record TwinOutcome(int EndTick, EndCause EndCause, bool FoundSomebody);
