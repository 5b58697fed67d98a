using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 1. Each agent draws one unit-exponential fate at hire and leaves when its accumulated hazard
/// h0·exp(β·strain)·(ρ_L if in the current core) passes it. Shocks remove further agents.
/// </summary>
internal sealed record Departures(Turnover Turnover, IReadOnlyList<Shock> Shocks) : ITickProcess
{
    public void TakeEffect(RunState run)
    {
        var organization = run.Organization;
        organization.HazardRule = new(Turnover.HazardPerTick, Turnover.StrainEffect);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            organization.Hazard[seat] = organization.IsOccupied(seat) ? organization.HazardRule.At(organization.Strain[seat]) : 0;
        }
    }

    public void Step(RunState run)
    {
        for (var k = 0; k < Shocks.Count; k++)
        {
            if (Shocks[k].Tick == run.Tick)
            {
                run.Ledger.NoteShock(Remove(run, Shocks[k]));
            }
        }

        WearOut(run);
        if (run.Core.HasJustLeft(run.Tick))
        {
            run.Core.Renew(run.Organization);
        }
    }

    private void WearOut(RunState run)
    {
        var organization = run.Organization;
        if (Turnover.CoreHazardRatio != 1)
        {
            foreach (var seat in run.Core.Members.Items)
            {
                organization.Fate[seat] -= organization.Hazard[seat] * (Turnover.CoreHazardRatio - 1);
            }
        }

        var fate = organization.Fate.AsSpan(0, organization.Seats);
        if (SeatSpans.Subtract(fate, organization.Hazard) >= 0)
        {
            return;
        }

        for (var seat = 0; seat < fate.Length; seat++)
        {
            if (fate[seat] < 0)
            {
                Departure.Leave(run, seat);
            }
        }
    }

    // How many had to leave.
    private static int Remove(RunState run, Shock shock)
    {
        var (organization, before) = (run.Organization, run.Organization.Departures);
        switch (shock.Remove)
        {
            case ShockTarget.Seat when shock.Seat < organization.Seats && organization.IsOccupied(shock.Seat):
                Departure.Leave(run, shock.Seat);
                break;
            case ShockTarget.Director when organization.IsFirstAgent(SeatPlan.DirectorSeat):
                Departure.Leave(run, SeatPlan.DirectorSeat);
                break;
            case ShockTarget.FoundingCore when run.Core.ExitTicks.Count == 0:
                while (run.Core.Members.Count > 0)
                {
                    Departure.Leave(run, run.Core.Members.Items[0]);
                }

                break;
            case ShockTarget.TopHolders:
                for (var left = 0; left < shock.Count && HeldShares.Largest(organization.Authority.AsSpan(0, organization.Seats)) is >= 0 and var seat; left++)
                {
                    Departure.Leave(run, seat);
                }

                break;
        }

        return organization.Departures - before;
    }
}
