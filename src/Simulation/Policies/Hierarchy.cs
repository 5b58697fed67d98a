using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Authority drifts to fixed shares per level, equal within a level. Vacant authority passes, after a lag, to the most
/// experienced tied agent of the same or the next level.
/// </summary>
public sealed record Hierarchy : ILeadershipPolicy
{
    /// <summary>Speed of the drift.</summary>
    [Parameter("Share of the gap to the level's share that is restored", Unit = "per tick")]
    public double RestoreRate { get; init; } = 0.05;

    /// <summary>Lag of promotion.</summary>
    [Parameter("Ticks until vacant authority is passed on", Unit = "tick", Max = 1_000_000)]
    public int PromotionLagTicks { get; init; } = 12;

    /// <summary>Share of the director.</summary>
    [Parameter("Share of the director", Unit = "share")]
    public double DirectorShare { get; init; } = 0.5;

    /// <summary>Share of the coordinators together; the members hold the rest.</summary>
    [Parameter("Share of all coordinators together; the members hold the rest", Unit = "share")]
    public double CoordinatorsShare { get; init; } = 0.35;

    /// <inheritdoc/>
    public void Found(OrganizationView view, double directorShare, Span<double> shares)
    {
        Span<double> shareAt = stackalloc double[SeatPlan.Levels];
        FillShares(view, shareAt);
        for (var seat = 0; seat < shares.Length; seat++)
        {
            shares[seat] = shareAt[view.Level[seat]];
        }
    }

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn) => Promotion.AfterLag(ref turn, PromotionLagTicks);

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        if (view.OccupiedSeats == 0)
        {
            return;
        }

        Span<double> shareAt = stackalloc double[SeatPlan.Levels];
        FillShares(view, shareAt);
        var shares = turn.Transfers.Allocate(includeVacant: false);
        var held = Math.Max(0, 1 - view.VacantAuthority);
        var authority = view.Authority[..shares.Length];
        var level = view.Level[..shares.Length];
        var present = view.Present[..shares.Length];
        for (var seat = 0; seat < shares.Length; seat++)
        {
            var share = present[seat] != 0 ? shareAt[level[seat]] : 0;
            shares[seat] = authority[seat] + (RestoreRate * ((share * held) - authority[seat]));
        }
    }

    // Fixed shares per level, equal within it, scaled by the levels that are occupied: what an agent of each level holds.
    private void FillShares(OrganizationView view, Span<double> shareAt)
    {
        (shareAt[0], shareAt[1], shareAt[2]) = (DirectorShare, CoordinatorsShare, Math.Max(0, 1 - DirectorShare - CoordinatorsShare));
        var occupied = view.OccupiedAtLevel;
        var total = 0.0;
        for (var k = 0; k < SeatPlan.Levels; k++)
        {
            total += occupied[k] > 0 ? shareAt[k] : 0;
        }

        for (var k = 0; k < SeatPlan.Levels; k++)
        {
            // Where only levels without a share are occupied, these hold all of it.
            shareAt[k] = occupied[k] == 0 ? 0 : total > 0 ? shareAt[k] / (total * occupied[k]) : 1.0 / view.OccupiedSeats;
        }
    }
}
