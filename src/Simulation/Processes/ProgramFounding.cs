using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Founds a program: reality, people, authority, the founding core.</summary>
internal sealed record ProgramFounding(Founding Founding, SharingPropensity Sharing, ILeadershipPolicy Policy, OrganizationData? Data)
{
    public void Found(RunState run)
    {
        var organization = run.Organization;
        run.Program.Reset(Founding.Vitality);
        run.Reality = run.Streams.Founding.NextBits() & organization.Dimensions;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            TakeSeat(run, seat);
        }

        var shares = run.Transfers.Allocate(includeVacant: false);
        Policy.Found(run.View(), Founding.DirectorShare, shares);
        organization.Endow(shares);
        run.Transfers.Clear();
        run.Core.Reset(organization);
        run.Ledger.Start(run);
    }

    private void TakeSeat(RunState run, int seat)
    {
        var isFounder = Data?.Founder[seat] ?? run.Organization.Level[seat] != SeatPlan.MemberLevel;
        run.Organization.FoundersSeat[seat] = isFounder;
        if (isFounder)
        {
            run.Ledger.Founders.Join(seat);
            Arrival.Take(run, Sharing, seat, Founding.FounderKnowledge, 0, Founding.FounderExperience, Founding.FounderExperience);
        }
        else
        {
            Arrival.Take(run, Sharing, seat, Founding.MemberKnowledge, 0, Founding.MemberExperienceMin, Founding.MemberExperienceMax);
        }

        if (Data?.Experience[seat] is { } experience)
        {
            run.Organization.Experience[seat] = experience;
        }
    }
}
