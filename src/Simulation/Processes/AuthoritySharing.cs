using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 5. The policy moves authority between agents.</summary>
internal sealed class AuthoritySharing : ITickProcess
{
    public void Step(RunState run)
    {
        var turn = new PolicyTurn(run);
        run.Scenario.Policy.Share(ref turn);
        run.Organization.Apply(run.Transfers, run.Tick, run.Interactions);
        run.Transfers.Clear();
    }
}
