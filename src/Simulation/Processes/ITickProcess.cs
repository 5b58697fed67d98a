using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>One phase of a tick. An immutable record or a stateless class: what it changes is in the run's state.</summary>
internal interface ITickProcess
{
    void Step(RunState run);
}
