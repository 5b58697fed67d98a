using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Leadership in turns (Erez, LePine and Elms 2002, doi:10.1111/j.1744-6570.2002.tb00135.x): at the end of every term all held authority passes to one agent
/// j, drawn with probability ∝ e_j among all but the present largest holder. Vacant authority passes, after a lag, to an agent drawn ∝ e_j. Where nobody has
/// any experience, everybody is as likely.
/// </summary>
/// <remarks>Among agents of equal experience the time average of everybody's authority tends to 1/n.</remarks>
public sealed record Rotating : ILeadershipPolicy
{
    /// <summary>Length of a term.</summary>
    [Parameter("Ticks from one rotation to the next", Unit = "tick", Min = 1, Max = 1_000_000)]
    public int TermTicks { get; init; } = 26;

    /// <summary>Lag of promotion.</summary>
    [Parameter("Ticks until vacant authority is passed on", Unit = "tick", Max = 1_000_000)]
    public int PromotionLagTicks { get; init; } = 12;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        var view = turn.View;
        foreach (var seat in view.Vacancies)
        {
            if (view.Tick - view.VacantSince[seat] >= PromotionLagTicks && view.DrawExperienced(-1, ref turn.Random) is >= 0 and var next)
            {
                turn.Transfers.Inherit(seat, next, view.Vacant[seat]);
            }
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        if (view.Tick % TermTicks != 0)
        {
            return;
        }

        var largest = view.LargestHolder();
        if (largest >= 0 && view.DrawExperienced(largest, ref turn.Random) is >= 0 and var next)
        {
            turn.Transfers.Allocate(includeVacant: false)[next] = 1;
        }
    }
}
