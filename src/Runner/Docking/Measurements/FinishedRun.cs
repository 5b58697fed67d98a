using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Runner.Docking.Measurements;

/// <summary>A run that has ended.</summary>
internal readonly record struct FinishedRun(Scenario Scenario, RunSeed Seed, ProgramOutcome Outcome);
