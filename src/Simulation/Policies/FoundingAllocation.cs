namespace LeadershipSim.Simulation.Policies;

/// <summary>Allocations of authority at founding that several policies share.</summary>
internal static class FoundingAllocation
{
    /// <summary>The director's share, the rest split among coordinators; all to the director where there are none.</summary>
    public static void ByDirector(OrganizationView view, double directorShare, Span<double> shares)
    {
        var coordinators = Math.Min(view.Sites, view.Seats - 1);
        shares[0] = coordinators == 0 ? 1 : directorShare;
        shares.Slice(1, coordinators).Fill((1 - directorShare) / Math.Max(1, coordinators));
    }
}
