using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 3. A vacant seat is filled with probability q per tick by a newcomer.</summary>
internal sealed record Hiring(Recruitment Recruitment, SharingPropensity Sharing) : ITickProcess
{
    // Waiting has no memory: whoever is being looked for when the probability changes is looked for by the new one.
    public void TakeEffect(RunState run)
    {
        run.HiringRules++;
        foreach (var seat in run.Organization.EmptySeats.Items)
        {
            run.Organization.RecruitingTicks[seat] = Organization.NotDrawn;
        }
    }

    public void Step(RunState run)
    {
        if (Recruitment.IsFrozen(run.Tick))
        {
            return;
        }

        var empty = run.Organization.EmptySeats;
        var recruiting = run.Organization.RecruitingTicks;
        var seats = empty.Mutable;
        var kept = 0;
        foreach (var seat in seats)
        {
            if (recruiting[seat] == Organization.NotDrawn)
            {
                recruiting[seat] = DrawWait(run, seat);
            }

            if (recruiting[seat] == 0)
            {
                Arrival.Take(run, Sharing, seat, Recruitment.NewcomerKnowledge, Recruitment.Orientation, Recruitment.ExperienceMin, Recruitment.ExperienceMax);
            }
            else
            {
                // The longest wait stands for "never": a seat that is not filled at all does not count down.
                recruiting[seat] -= recruiting[seat] == int.MaxValue ? 0 : 1;
                seats[kept++] = seat;
            }
        }

        empty.Truncate(kept);
    }

    // From the stream of whoever has left, after its fate, one draw for each rule so far: the same under every policy.
    private int DrawWait(RunState run, int seat)
    {
        var fate = run.Streams.FateOf(seat, run.Organization.Generation[seat] - 1);
        _ = fate.NextExponential();
        var wait = 0L;
        for (var rule = 0; rule < run.HiringRules; rule++)
        {
            wait = Draws.Geometric(ref fate, Recruitment.FillProbability);
        }

        return (int)Math.Min(wait, int.MaxValue);
    }
}
