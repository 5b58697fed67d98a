using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Founds a program: reality, people, authority, the founding core.</summary>
internal static class ProgramFounding
{
    public static void Found(RunState run)
    {
        var (scenario, organization) = (run.Scenario, run.Organization);
        run.Reality = run.Streams.Founding.NextBits() & organization.Dimensions;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            TakeSeat(run, scenario.Founding, seat);
        }

        var shares = run.Transfers.Allocate(includeVacant: false);
        scenario.Policy.Found(run.View(), scenario.Founding.DirectorShare, shares);
        organization.Endow(shares);
        run.Transfers.Clear();
        run.Core.Reset(organization);
        run.Leadership.Reset(organization, run.Core);
    }

    private static void TakeSeat(RunState run, Founding founding, int seat)
    {
        var data = run.Scenario.Network.Data;
        var isFounder = data?.Founder[seat] ?? run.Organization.Level[seat] != SeatPlan.MemberLevel;
        if (isFounder)
        {
            Arrival.Take(run, seat, founding.FounderKnowledge, 0, founding.FounderExperience, founding.FounderExperience);
        }
        else
        {
            Arrival.Take(run, seat, founding.MemberKnowledge, 0, founding.MemberExperienceMin, founding.MemberExperienceMax);
        }

        if (data?.Experience[seat] is { } experience)
        {
            run.Organization.Experience[seat] = experience;
        }
    }
}
