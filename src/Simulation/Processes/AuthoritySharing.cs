using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 5. The policy moves authority between agents.</summary>
internal sealed class AuthoritySharing(ILeadershipPolicy policy) : ITickProcess
{
    public void Step(RunState run)
    {
        var turn = new PolicyTurn(run);
        policy.Share(ref turn);
        run.Organization.Apply(run.Transfers, run.Tick, run.Interactions);
        run.Transfers.Clear();
    }
}
