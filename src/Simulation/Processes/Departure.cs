using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>What happens when an agent leaves its seat, and when a newcomer takes it.</summary>
internal static class Departure
{
    /// <summary>Its authority becomes vacant, its queue is lost, its ties' trust returns to half the baseline.</summary>
    public static void Leave(RunState run, int seat)
    {
        var organization = run.Organization;
        var fate = run.Streams.FateOf(seat, organization.Generation[seat]);
        _ = fate.NextExponential();
        var wait = Draws.Geometric(ref fate, run.Scenario.Recruitment.FillProbability);
        organization.RecruitingTicks[seat] = (int)Math.Min(wait, int.MaxValue);
        run.Tally.Fail(run.Queues.Drop(seat));
        run.Ties.Forget(seat);
        organization.Vacate(seat, run.Tick);
        run.Core.Leave(seat, run.Tick);
        run.Departures++;
    }
}
