using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Each holder, with probability 1−σ, claims a share of the authority of one random tied agent that holds less. What a leaver
/// held stays with the empty seat, and whoever is recruited into it inherits it.
/// </summary>
public sealed record Hoarding : ILeadershipPolicy
{
    /// <summary>Share of the other's authority that is claimed.</summary>
    [Parameter("Share of a weaker tied agent's authority that a hoarder claims", Unit = "per tick")]
    public double ClaimRate { get; init; } = 0.1;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        var view = turn.View;
        foreach (var seat in view.Vacancies)
        {
            if (view.IsOccupied(seat))
            {
                turn.Transfers.Inherit(seat, seat, view.Vacant[seat]);
            }
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        var authority = view.Authority;
        foreach (var seat in turn.DrawWilling(toShare: false))
        {
            var weaker = DrawWeaker(ref turn, view, seat);
            if (weaker >= 0 && authority[weaker] > 0)
            {
                turn.Transfers.Give(weaker, seat, ClaimRate * authority[weaker]);
            }
        }
    }

    // A random tied agent that holds less, in one pass: the k-th candidate replaces the one before with probability 1/k.
    private static int DrawWeaker(ref PolicyTurn turn, OrganizationView view, int seat)
    {
        var (chosen, candidates) = (-1, 0);
        foreach (var tied in view.TiedTo(seat))
        {
            if (view.IsOccupied(tied) && view.Authority[tied] < view.Authority[seat] && turn.Random.NextIndex(++candidates) == 0)
            {
                chosen = tied;
            }
        }

        return chosen;
    }
}
