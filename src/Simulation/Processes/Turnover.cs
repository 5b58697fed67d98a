using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 1. Each agent draws one unit-exponential fate at hire and leaves when its accumulated hazard
/// h0·exp(β·strain)·(ρ_L if in the current core) passes it. Shocks remove further agents.
/// </summary>
public sealed record Turnover : ITickProcess
{
    /// <summary>Baseline hazard h0.</summary>
    [Parameter("Baseline hazard of leaving (default: 0.15 a year of 52 ticks)", Symbol = "h0", Unit = "per tick", Max = 10)]
    public double HazardPerTick { get; init; } = 0.15 / 52;

    /// <summary>Effect of strain β.</summary>
    [Parameter("Log hazard ratio of full strain against none", Symbol = "β", Min = -10, Max = 10)]
    public double StrainEffect { get; init; } = 2;

    /// <summary>Hazard ratio of the core ρ_L.</summary>
    [Parameter("Hazard ratio of members of the current core", Symbol = "ρ_L", Max = 100)]
    public double CoreHazardRatio { get; init; } = 1;

    void ITickProcess.Step(RunState run)
    {
        ApplyShocks(run);
        WearOut(run);
        if (run.Core.HasJustLeft(run.Tick))
        {
            run.Core.Renew(run.Organization);
        }
    }

    private void WearOut(RunState run)
    {
        var organization = run.Organization;
        if (CoreHazardRatio != 1)
        {
            foreach (var seat in run.Core.Members.Items)
            {
                organization.Fate[seat] -= organization.Hazard[seat] * (CoreHazardRatio - 1);
            }
        }

        var fate = organization.Fate.AsSpan(0, organization.Seats);
        var hazard = organization.Hazard.AsSpan(0, fate.Length);
        for (var seat = 0; seat < fate.Length; seat++)
        {
            fate[seat] -= hazard[seat];
            if (fate[seat] < 0)
            {
                Departure.Leave(run, seat);
            }
        }
    }

    private static void ApplyShocks(RunState run)
    {
        var shocks = run.Scenario.Shocks;
        for (var k = 0; k < shocks.Count; k++)
        {
            if (shocks[k].Tick == run.Tick)
            {
                var before = run.Departures;
                Remove(run, shocks[k]);
                run.ShockDepartures += run.Departures - before;
                run.IdleShocks += run.Departures == before ? 1 : 0;
            }
        }
    }

    private static void Remove(RunState run, Shock shock)
    {
        switch (shock.Remove)
        {
            case ShockTarget.Seat when shock.Seat < run.Organization.Seats && run.Organization.IsOccupied(shock.Seat):
                Departure.Leave(run, shock.Seat);
                break;
            case ShockTarget.Director when run.Organization.IsOccupied(SeatPlan.DirectorSeat) && run.Organization.Generation[SeatPlan.DirectorSeat] == 0:
                Departure.Leave(run, SeatPlan.DirectorSeat);
                break;
            case ShockTarget.FoundingCore when run.Core.ExitTicks.Count == 0:
                while (run.Core.Members.Count > 0)
                {
                    Departure.Leave(run, run.Core.Members.Items[0]);
                }

                break;
            case ShockTarget.TopHolders:
                for (var left = 0; left < shock.Count && TopHolder(run.Organization) is >= 0 and var seat; left++)
                {
                    Departure.Leave(run, seat);
                }

                break;
        }
    }

    // The lowest seat among equals; −1 when nobody holds any.
    private static int TopHolder(Organization organization)
    {
        var (top, most) = (-1, 0.0);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.Authority[seat] > most)
            {
                (top, most) = (seat, organization.Authority[seat]);
            }
        }

        return top;
    }
}
