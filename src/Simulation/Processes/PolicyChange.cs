using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Between two ticks: another policy takes over, with nothing to remember.</summary>
internal sealed record PolicyChange(ILeadershipPolicy Policy) : ITickProcess
{
    public void Step(RunState run)
    {
        run.PolicyMemory.Reset(run.Organization.Seats);
        var turn = new PolicyTurn(run);
        Policy.TakeOver(ref turn);
        run.Organization.Apply(run.Transfers, run.Tick, run.Interactions);
        run.Transfers.Clear();
    }
}
