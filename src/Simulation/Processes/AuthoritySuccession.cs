using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 4. The policy reassigns vacant authority.</summary>
internal sealed class AuthoritySuccession(ILeadershipPolicy policy) : ITickProcess
{
    public void Step(RunState run)
    {
        if (run.Organization.Vacancies.Count == 0)
        {
            return;
        }

        var turn = new PolicyTurn(run);
        policy.Succeed(ref turn);
        run.Organization.Apply(run.Transfers, run.Tick, run.Interactions);
        run.Transfers.Clear();
    }
}
