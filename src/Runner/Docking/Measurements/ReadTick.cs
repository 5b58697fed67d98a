using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Docking.Measurements;

/// <summary>Reads a number off a run after a tick.</summary>
internal delegate double ReadTick(in TickView view);
