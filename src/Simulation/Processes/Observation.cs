using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 11. The run's ledger is kept; observers read, and change nothing.</summary>
internal sealed class Observation(ITickObserver? observer) : ITickProcess
{
    public void Step(RunState run)
    {
        run.Ledger.Observe(run);
        Show(run);
    }

    /// <summary>Lets the observer read, as at the founding.</summary>
    public void Show(RunState run) => observer?.Observe(new TickView(run));
}
