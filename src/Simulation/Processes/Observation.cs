using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 11. The run's ledger is kept; stop rules of the scenario look; observers read, and change nothing.</summary>
internal sealed class Observation(ITickObserver? observer, IReadOnlyList<StopRule>? stop = null) : ITickProcess
{
    private readonly IReadOnlyList<StopRule> _stop = stop ?? [];
    private readonly int[] _heldTicks = new int[stop?.Count ?? 0];

    public void Step(RunState run)
    {
        run.Ledger.Observe(run);
        Judge(run);
        Show(run);
    }

    // A run that is at its horizon, or not needed any more, has ended before.
    private void Judge(RunState run)
    {
        for (var k = 0; k < _heldTicks.Length; k++)
        {
            _heldTicks[k] = _stop[k].When.Holds(new TickView(run)) ? _heldTicks[k] + 1 : 0;
            if (_heldTicks[k] >= _stop[k].ForTicks)
            {
                run.Program.Stop(_stop[k].Cause);
            }
        }
    }

    /// <summary>Lets the observer read, as at the founding.</summary>
    public void Show(RunState run) => observer?.Observe(new TickView(run));
}
