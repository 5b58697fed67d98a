using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// A holder of more than the senior share names as heir the tied agent with the largest w_ij e_j, hands it some authority and
/// mentors it. When the holder leaves, an heir who is there and ready takes all at once. Where none was named, or the heir is gone or not
/// ready, authority waits for a lag, whatever its share; then the heir takes it or, without one, whom the leaver would have named.
/// </summary>
public sealed record Succession : ILeadershipPolicy
{
    /// <summary>Share from which a holder names an heir.</summary>
    [Parameter("Share of authority above which a holder names an heir", Unit = "share")]
    public double SeniorShare { get; init; } = 0.25;

    /// <summary>Share handed each tick.</summary>
    [Parameter("Share of its authority that a senior hands its heir", Unit = "per tick")]
    public double ShareRate { get; init; } = 0.1;

    /// <summary>Share up to which the heir is handed authority.</summary>
    [Parameter("Share of authority up to which the heir is handed some", Unit = "share")]
    public double HeirShare { get; init; } = 0.15;

    /// <summary>Probability of mentoring.</summary>
    [Parameter("Probability that one belief is copied to the heir and its experience grows", Unit = "per tick")]
    public double Mentoring { get; init; } = 0.2;

    /// <summary>Probability that the heir is ready.</summary>
    [Parameter("Probability that the heir takes over at once when the senior leaves", Unit = "probability")]
    public double Readiness { get; init; } = 1;

    /// <summary>Lag when it is not.</summary>
    [Parameter("Ticks until authority is passed on where no heir is ready", Unit = "tick", Max = 1_000_000)]
    public int PromotionLagTicks { get; init; } = 12;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        var view = turn.View;
        foreach (var seat in view.Vacancies)
        {
            if (view.VacantSince[seat] == view.Tick)
            {
                // The heir is kept apart from the seat's next occupant's. Whether it is ready is drawn once.
                var heir = turn.Memory.Agents[seat];
                turn.Memory.OtherAgents[seat] = heir;
                turn.Memory.Values[seat] = view.SeatOf(heir) >= 0 && turn.Random.NextBernoulli(Readiness) ? 0 : PromotionLagTicks;
                turn.Memory.Agents[seat] = 0;
            }

            if (view.Tick - view.VacantSince[seat] >= turn.Memory.Values[seat])
            {
                PassOn(ref turn, view, seat);
            }
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        var authority = view.Authority;
        for (var senior = 0; senior < authority.Length; senior++)
        {
            if (authority[senior] > SeniorShare && NameHeir(ref turn, view, senior) is >= 0 and var heir)
            {
                var gift = Math.Min(ShareRate * authority[senior], HeirShare - authority[heir]);
                if (gift > 0)
                {
                    turn.Transfers.Give(senior, heir, gift);
                }

                if (turn.Random.NextBernoulli(Mentoring))
                {
                    turn.Mentor(senior, heir);
                }
            }
        }
    }

    // An heir stays the heir until it leaves; then another is named.
    private static int NameHeir(ref PolicyTurn turn, OrganizationView view, int senior)
    {
        var heir = view.SeatOf(turn.Memory.Agents[senior]);
        if (heir < 0)
        {
            heir = view.MostTrustedExperienced(senior);
            turn.Memory.Agents[senior] = heir < 0 ? 0 : view.AgentAt(heir);
        }

        return heir;
    }

    // To the heir or, where none was named or it has left, to whom the leaver would have named now.
    private static void PassOn(ref PolicyTurn turn, OrganizationView view, int seat)
    {
        var heir = view.SeatOf(turn.Memory.OtherAgents[seat]);
        heir = heir < 0 ? view.MostTrustedExperienced(seat) : heir;
        heir = heir < 0 ? view.MostExperienced() : heir;
        if (heir >= 0)
        {
            turn.Transfers.Inherit(seat, heir, view.Vacant[seat]);
        }
    }
}
