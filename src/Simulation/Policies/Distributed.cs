using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Each holder, with probability σ_i, gives a share of its authority to a tied agent drawn ∝ w_ij e_j. Vacant authority is
/// split at once over the leaver's tied agents ∝ e_j (a_j + 1/n).
/// </summary>
public sealed record Distributed : ILeadershipPolicy
{
    /// <summary>Share given.</summary>
    [Parameter("Share of its authority that a sharing holder gives away", Unit = "per tick")]
    public double ShareRate { get; init; } = 0.1;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        var view = turn.View;
        foreach (var seat in view.Vacancies)
        {
            Split(ref turn, view, seat);
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        var authority = view.Authority;
        foreach (var seat in turn.DrawWilling(toShare: true))
        {
            var trusted = view.DrawTrustedExperienced(seat, ref turn.Random);
            if (trusted >= 0)
            {
                turn.Transfers.Give(seat, trusted, ShareRate * authority[seat]);
            }
        }
    }

    private static void Split(ref PolicyTurn turn, OrganizationView view, int seat)
    {
        var tied = view.TiedTo(seat);
        var n = view.Seats;
        var total = 0.0;
        foreach (var heir in tied)
        {
            total += view.IsOccupied(heir) ? view.Experience[heir] * (view.Authority[heir] + (1.0 / n)) : 0;
        }

        if (total <= 0)
        {
            var anyone = view.MostExperienced();
            if (anyone >= 0)
            {
                turn.Transfers.Inherit(seat, anyone, view.Vacant[seat]);
            }

            return;
        }

        foreach (var heir in tied)
        {
            if (view.IsOccupied(heir))
            {
                var weight = view.Experience[heir] * (view.Authority[heir] + (1.0 / n));
                turn.Transfers.Inherit(seat, heir, view.Vacant[seat] * weight / total);
            }
        }
    }
}
