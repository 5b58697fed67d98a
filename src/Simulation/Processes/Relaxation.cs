using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 9. Strain follows the load, power follows the decisions made.</summary>
public sealed record Relaxation : ITickProcess
{
    /// <summary>Weight of the present tick in strain ω.</summary>
    [Parameter("Weight of the present tick in strain", Symbol = "ω", Unit = "per tick")]
    public double StrainRate { get; init; } = 0.1;

    /// <summary>Memory of power.</summary>
    [Parameter("Memory of power: its weight of the present tick is 1/memory", Unit = "tick", Min = 1, Max = 1_000_000)]
    public double PowerMemoryTicks { get; init; } = 26;

    // exp of less than this differs from 1 in no bit, so such strain has no effect: it is set to 0 before it becomes subnormal.
    private const double NoStrain = 1e-30;

    void ITickProcess.TakeEffect(RunState run) => run.Ledger.Work.MemoryTicks = PowerMemoryTicks;

    void ITickProcess.Step(RunState run)
    {
        run.Ledger.Work.Succeed(run.Tally);
        RelaxStrain(run);
        UpdatePower(run);
        run.Ties.Drift();
        run.Core.Renew(run.Organization);
    }

    private void RelaxStrain(RunState run)
    {
        var organization = run.Organization;
        var strain = organization.Strain.AsSpan(0, organization.Seats);
        var overload = run.Overload.AsSpan(0, strain.Length);
        for (var seat = SeatSpans.NextNonZero(strain, overload, 0); seat < strain.Length; seat = SeatSpans.NextNonZero(strain, overload, seat + 1))
        {
            var relaxed = strain[seat] + (StrainRate * (overload[seat] - strain[seat]));
            strain[seat] = relaxed < NoStrain ? 0 : relaxed;
            organization.Hazard[seat] = organization.HazardRule.At(strain[seat]);
            overload[seat] = 0;
        }
    }

    private void UpdatePower(RunState run)
    {
        var tally = run.Tally;
        if (tally.Resolved == 0)
        {
            return;
        }

        var power = run.Organization.Power.AsSpan(0, run.Organization.Seats);
        SeatSpans.Scale(power, 1 - (1 / PowerMemoryTicks));
        foreach (var seat in tally.Deciders.Items)
        {
            power[seat] += tally.ResolvedBy(seat) / (PowerMemoryTicks * tally.Resolved);
        }
    }
}
