using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>Promotion: vacant authority passes, after a lag, to the most experienced tied agent of the same or the next level.</summary>
public static class Promotion
{
    /// <summary>Proposes an heir for every seat that has been vacant long enough; without a tied candidate, the most experienced agent of all.</summary>
    /// <param name="turn">The policy's turn.</param>
    /// <param name="lagTicks">Ticks from the vacancy to the promotion.</param>
    public static void AfterLag(ref PolicyTurn turn, int lagTicks)
    {
        var view = turn.View;
        foreach (var seat in view.Vacancies)
        {
            if (view.Tick - view.VacantSince[seat] < lagTicks)
            {
                continue;
            }

            var heir = MostExperiencedTied(view, seat);
            heir = heir < 0 ? view.MostExperienced() : heir;
            if (heir >= 0)
            {
                turn.Transfers.Inherit(seat, heir, view.Vacant[seat]);
            }
        }
    }

    private static int MostExperiencedTied(OrganizationView view, int seat)
    {
        var best = -1;
        foreach (var tied in view.TiedTo(seat))
        {
            var qualifies = view.Level[tied] - view.Level[seat] is 0 or 1;
            if (view.IsOccupied(tied) && qualifies && (best < 0 || view.Experience[tied] > view.Experience[best]))
            {
                best = tied;
            }
        }

        return best;
    }
}
