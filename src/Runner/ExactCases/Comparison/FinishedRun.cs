using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A run that has ended.</summary>
internal readonly record struct FinishedRun(Scenario Scenario, RunSeed Seed, ProgramOutcome Outcome);
