using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>An agent leaves its seat.</summary>
internal static class Departure
{
    /// <summary>Its authority becomes vacant, its queue is lost, its ties' trust returns to half the baseline.</summary>
    public static void Leave(RunState run, int seat)
    {
        var organization = run.Organization;
        run.Tally.Fail(run.Queues.Drop(seat));
        run.Ties.Forget(seat);
        run.Ledger.NoteDeparture(run, seat);
        organization.Vacate(seat, run.Tick);
        run.Core.Leave(seat, run.Tick);
    }
}
