using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Policies;

/// <summary>The leadership policies an experiment file can name.</summary>
public static class PolicyCatalog
{
    /// <summary>All policies, in the order of the documentation.</summary>
    public static IReadOnlyList<CatalogEntry<ILeadershipPolicy>> All { get; } =
    [
        new("equal", new Equal(), "Everybody holds the same authority"),
        new("hoarding", new Hoarding(), "Holders claim the authority of weaker agents; an empty seat keeps its authority for whoever fills it"),
        new("hierarchy", new Hierarchy(), "Fixed shares per level; promotion after a lag"),
        new("delegating", new Delegating(), "Strained holders hand authority down to the most trusted and experienced; promotion after a lag"),
        new("distributed", new Distributed(), "Holders share with trusted and experienced tied agents, who also inherit"),
        new("rotating", new Rotating(), "All authority passes to another agent every term"),
        new("claimGrant", new ClaimGrant(), "Authority is claimed and granted tie by tie; identities as leader and follower follow"),
        new("succession", new Succession(), "Seniors name, endow and mentor an heir"),
        new("elected", new Elected(), "A council is elected every term and on vacancy, and shares authority in proportion to votes"),
        new("council", new Council(), "A council of fixed size holds equal shares and co-opts the most experienced"),
        new("selfAppraisal", new SelfAppraisal(), "Authority follows the DeGroot–Friedkin map of reflected appraisal on trust"),
        new("adaptive", new Adaptive(), "Hierarchy until an alarm, then distributed for a time of relief"),
        new("laissezFaire", new LaissezFaire(), "Authority leaks into vacancy and nobody takes it up"),
    ];
}
