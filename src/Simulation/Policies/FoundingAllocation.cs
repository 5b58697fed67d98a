using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>Allocations of authority at founding that several policies share.</summary>
internal static class FoundingAllocation
{
    /// <summary>
    /// As the organization's file says; without one the director's share, the rest split among coordinators. A level without
    /// seats leaves its share to the other; without both, all share alike.
    /// </summary>
    public static void ByDirector(OrganizationView view, double directorShare, Span<double> shares)
    {
        if (!view.FoundingAuthority.IsEmpty)
        {
            view.FoundingAuthority.CopyTo(shares);
            return;
        }

        var directors = view.Level.Count(SeatPlan.DirectorLevel);
        var coordinators = view.Level.Count(SeatPlan.CoordinatorLevel);
        var directorsShare = coordinators == 0 ? 1 : directors == 0 ? 0 : directorShare;
        for (var seat = 0; seat < shares.Length; seat++)
        {
            shares[seat] = (directors + coordinators, view.Level[seat]) switch
            {
                (0, _) => 1.0 / view.Seats,
                (_, SeatPlan.DirectorLevel) => directorsShare / directors,
                (_, SeatPlan.CoordinatorLevel) => (1 - directorsShare) / coordinators,
                _ => 0,
            };
        }
    }
}
