using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 3. A vacant seat is filled with probability q per tick by a newcomer.</summary>
public sealed record Recruitment : ITickProcess
{
    /// <summary>Fill probability q.</summary>
    [Parameter("Probability that a vacant seat is filled (0: never; 1: at once)", Symbol = "q", Unit = "per tick")]
    public double FillProbability { get; init; } = 0.125;

    /// <summary>P(correct belief) of newcomers.</summary>
    [Parameter("Probability that a newcomer's belief is correct, else 0 or wrong with equal chance (1/3: March's uniform draw)", Symbol = "k_new", Unit = "probability")]
    public double NewcomerKnowledge { get; init; } = 0.4;

    /// <summary>Orientation probability o.</summary>
    [Parameter("Probability that a newcomer's belief is then copied from a non-zero code", Symbol = "o", Unit = "probability")]
    public double Orientation { get; init; }

    /// <summary>Lower end of newcomers' experience.</summary>
    [Parameter("Least experience of newcomers (uniform)", Unit = "share")]
    public double ExperienceMin { get; init; } = 0.1;

    /// <summary>Upper end of newcomers' experience.</summary>
    [Parameter("Greatest experience of newcomers (uniform)", Unit = "share")]
    public double ExperienceMax { get; init; } = 0.2;

    /// <summary>First tick of a hiring freeze.</summary>
    [Parameter("First tick of a hiring freeze (0: none)", Unit = "tick", Max = 1_000_000)]
    public int FreezeFromTick { get; init; }

    /// <summary>Last tick of a hiring freeze.</summary>
    [Parameter("Last tick of a hiring freeze, which needs its first tick", Unit = "tick", Max = 1_000_000)]
    public int FreezeToTick { get; init; }

    void ITickProcess.Step(RunState run)
    {
        if (FreezeFromTick > 0 && run.Tick >= FreezeFromTick && run.Tick <= FreezeToTick)
        {
            return;
        }

        var empty = run.Organization.EmptySeats;
        var recruiting = run.Organization.RecruitingTicks;
        var seats = empty.Mutable;
        var kept = 0;
        foreach (var seat in seats)
        {
            if (recruiting[seat] == 0)
            {
                Arrival.Take(run, seat, NewcomerKnowledge, Orientation, ExperienceMin, ExperienceMax);
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
}
