using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// An overloaded holder hands work down to whom it trusts and finds able (Yukl and Fu 1999,
/// doi:10.1002/(SICI)1099-1379(199903)20:2&lt;219::AID-JOB922&gt;3.0.CO;2-8): when s_i exceeds a threshold, i gives δ·σ_i·a_i to the tied agent j of the same
/// or a lower level with the largest w_ij e_j. Vacant authority passes, after a lag, to the most experienced tied agent of the same or the
/// next level, as in <see cref="Hierarchy"/>.
/// </summary>
public sealed record Delegating : ILeadershipPolicy
{
    /// <summary>Share δ given by a fully sharing agent.</summary>
    [Parameter("Share of its authority that a strained holder of sharing propensity 1 hands down; others in proportion to theirs", Unit = "per tick")]
    public double DelegationRate { get; init; } = 0.1;

    /// <summary>Strain above which a holder delegates.</summary>
    [Parameter("Strain above which a holder delegates", Symbol = "s", Unit = "share")]
    public double StrainThreshold { get; init; } = 0.05;

    /// <summary>Lag of promotion.</summary>
    [Parameter("Ticks until vacant authority is passed on", Unit = "tick", Max = 1_000_000)]
    public int PromotionLagTicks { get; init; } = 12;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn) => Promotion.AfterLag(ref turn, PromotionLagTicks);

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        var authority = view.Authority;
        for (var seat = 0; seat < authority.Length; seat++)
        {
            if (authority[seat] > 0 && view.Strain[seat] > StrainThreshold && MostTrustedBelow(view, seat) is >= 0 and var trusted)
            {
                turn.Transfers.Give(seat, trusted, DelegationRate * view.Sharing[seat] * authority[seat]);
            }
        }
    }

    // The lower seat among equals; −1 when no tied agent is of the same or a lower level.
    private static int MostTrustedBelow(OrganizationView view, int seat)
    {
        var tied = view.TiedTo(seat);
        var trust = view.TrustFrom(seat);
        var (best, most) = (-1, double.NegativeInfinity);
        for (var k = 0; k < tied.Length; k++)
        {
            var merit = trust[k] * view.Experience[tied[k]];
            if (view.IsOccupied(tied[k]) && view.Level[tied[k]] >= view.Level[seat] && merit > most)
            {
                (best, most) = (tied[k], merit);
            }
        }

        return best;
    }
}
