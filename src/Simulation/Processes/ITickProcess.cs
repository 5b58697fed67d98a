using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>One phase of a tick. An immutable record or a stateless class: what it changes is in the run's state.</summary>
internal interface ITickProcess
{
    /// <summary>Puts into the run's state what follows from the phase's parameters: before the founding, and again when they change.</summary>
    void TakeEffect(RunState run)
    {
    }

    void Step(RunState run);
}
