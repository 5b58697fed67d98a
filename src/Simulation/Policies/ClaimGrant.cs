using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Leadership is negotiated tie by tie (DeRue and Ashford 2010, doi:10.5465/amr.35.4.zok627). At a random tie i claims with
/// probability (L_i + e_i)/2, and j grants with probability σ_j (F_j + w_ji)/2. Granted: j gives ε a_j, L_i += η(1 − L_i) and
/// F_j += η(1 − F_j). Refused: L_i −= 1.5 η L_i. Dyads act one after another. Vacant authority needs nobody's grant: from the
/// tick after it fell vacant it is offered in the first dyads until somebody claims, and takes, it; where no two agents are tied,
/// the most experienced takes it.
/// </summary>
/// <remarks>Among symmetric agents with equal authority nobody gains or loses on average: E[a_i(t)] = a_i(0) = 1/n.</remarks>
public sealed record ClaimGrant : ILeadershipPolicy
{
    // A refusal weighs more than a grant.
    private const double RefusalWeight = 1.5;

    /// <summary>Number of dyads.</summary>
    [Parameter("Random ties at which authority is claimed (0: as many as there are seats)", Unit = "dyads per tick", Max = 10_000_000)]
    public int DyadsPerTick { get; init; }

    /// <summary>Share ε granted.</summary>
    [Parameter("Share of its authority that the grantor gives", Symbol = "ε", Unit = "share")]
    public double GrantShare { get; init; } = 0.1;

    /// <summary>Step η of identities.</summary>
    [Parameter("Share of the gap to 1 that identities move when a claim is granted; refused, the leader identity loses 1.5 times this share", Symbol = "η_id", Unit = "share")]
    public double IdentityStep { get; init; } = 0.1;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        var view = turn.View;
        var dyads = Dyads(view);
        foreach (var seat in view.Vacancies)
        {
            var isOffered = view.VacantSince[seat] < view.Tick;
            for (; isOffered && turn.Memory.Clock < dyads; turn.Memory.Clock++)
            {
                isOffered = !TakesUp(ref turn, view, seat);
            }
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var dyads = Dyads(turn.View) - turn.Memory.Clock;
        turn.Memory.Clock = 0;
        var shares = turn.Transfers.Allocate(includeVacant: false);
        turn.View.Authority.CopyTo(shares);
        for (; dyads > 0 && turn.DrawDyad(out var claimant, out var grantor); dyads--)
        {
            Meet(ref turn, claimant, grantor, shares);
        }
    }

    private bool TakesUp(ref PolicyTurn turn, OrganizationView view, int vacantSeat)
    {
        var meets = turn.DrawDyad(out var claimant, out _);
        claimant = meets ? claimant : view.MostExperienced();
        var takes = meets ? Claims(ref turn, claimant) : claimant >= 0;
        if (takes)
        {
            turn.Transfers.Inherit(vacantSeat, claimant, view.Vacant[vacantSeat]);
            turn.SetLeaderIdentity(claimant, Raised(view.LeaderIdentity[claimant]));
        }

        return takes;
    }

    private void Meet(ref PolicyTurn turn, int claimant, int grantor, Span<double> shares)
    {
        if (!Claims(ref turn, claimant))
        {
            return;
        }

        var view = turn.View;
        var granting = view.Sharing[grantor] * 0.5 * (view.FollowerIdentity[grantor] + view.Trust(grantor, claimant));
        if (turn.Random.NextBernoulli(granting))
        {
            var gift = GrantShare * shares[grantor];
            shares[grantor] -= gift;
            shares[claimant] += gift;
            if (gift > 0)
            {
                turn.NoteFlow(grantor, claimant, gift);
            }

            turn.SetLeaderIdentity(claimant, Raised(view.LeaderIdentity[claimant]));
            turn.SetFollowerIdentity(grantor, Raised(view.FollowerIdentity[grantor]));
        }
        else
        {
            turn.SetLeaderIdentity(claimant, Math.Max(0, 1 - (RefusalWeight * IdentityStep)) * view.LeaderIdentity[claimant]);
        }
    }

    private static bool Claims(ref PolicyTurn turn, int seat) =>
        turn.Random.NextBernoulli(0.5 * (turn.View.LeaderIdentity[seat] + turn.View.Experience[seat]));

    private int Dyads(OrganizationView view) => DyadsPerTick == 0 ? view.Seats : DyadsPerTick;

    private double Raised(double identity) => identity + (IdentityStep * (1 - identity));
}
