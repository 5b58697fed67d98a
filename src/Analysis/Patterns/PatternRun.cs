using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Analysis.Patterns;

/// <summary>A run as patterns see it.</summary>
/// <param name="Levels">Its levels, by factor, as files spell them.</param>
/// <param name="World">What runs in the same world share.</param>
/// <param name="Outcome">Its outcome.</param>
public sealed record PatternRun(IReadOnlyDictionary<string, string> Levels, string World, ProgramOutcome Outcome);
