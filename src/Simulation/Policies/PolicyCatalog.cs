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
        new("distributed", new Distributed(), "Holders share with trusted and experienced tied agents, who also inherit"),
        new("succession", new Succession(), "Seniors name, endow and mentor an heir"),
        new("laissezFaire", new LaissezFaire(), "Authority leaks into vacancy and nobody takes it up"),
    ];
}
