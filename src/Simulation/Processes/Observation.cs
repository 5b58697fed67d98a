using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 11. The run's ledger is kept; observers read, and change nothing.</summary>
internal sealed class Observation(ITickObserver? observer) : ITickProcess
{
    public void Step(RunState run)
    {
        run.SumEffectiveHolders += EffectiveHolders(run.Organization);
        run.Leadership.Observe(run.Organization, run.Tick);
        Observe(run);
    }

    public void Observe(RunState run) => observer?.Observe(new TickView(run));

    // Inverse Herfindahl index of held authority (Hill number of order 2); 0 when none is held.
    private static double EffectiveHolders(Organization organization)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var share in organization.Authority.AsSpan(0, organization.Seats))
        {
            sum += share;
            squares += share * share;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }
}
