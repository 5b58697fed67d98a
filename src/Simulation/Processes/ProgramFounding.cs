using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Founds a program: reality, people, authority, the founding core.</summary>
/// <param name="Founding">What founders and first members bring.</param>
/// <param name="Sharing">How willing people are to share.</param>
/// <param name="SlowShare">Share of slow learners.</param>
/// <param name="Policy">Who holds authority at first.</param>
/// <param name="Data">The real organization, if there is one.</param>
internal sealed record ProgramFounding(Founding Founding, SharingPropensity Sharing, double SlowShare, ILeadershipPolicy Policy, OrganizationData? Data)
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

        DrawSlowLearners(run);
        var shares = run.Transfers.Allocate(includeVacant: false);
        Policy.Found(run.View(), Founding.DirectorShare, shares);
        organization.Endow(shares);
        run.Transfers.Clear();
        run.Core.Reset(organization);
        run.Ledger.Start(run);
    }

    // As many seats as the share says, each as likely (selection sampling, Knuth 1997, algorithm S); whoever takes one learns slowly.
    private void DrawSlowLearners(RunState run)
    {
        var organization = run.Organization;
        var left = (int)Math.Round(SlowShare * organization.Seats);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            organization.LearnsSlowly[seat] = left > 0 && run.Streams.Learners.NextIndex(organization.Seats - seat) < left;
            left -= organization.LearnsSlowly[seat] ? 1 : 0;
        }
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
