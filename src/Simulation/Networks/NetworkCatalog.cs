using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Networks;

/// <summary>The kinds of network an experiment file can name.</summary>
public static class NetworkCatalog
{
    /// <summary>All kinds, in the order of the documentation.</summary>
    public static IReadOnlyList<CatalogEntry<INetworkModel>> All { get; } =
    [
        new("sites", new SitesNetwork(), "Director, coordinators and members of several sites, with random ties within and across"),
        new("smallWorld", new SmallWorldNetwork(), "Ring with rewired ties (Watts and Strogatz 1998)"),
        new("complete", new CompleteNetwork(), "Everybody tied to everybody"),
        new("file", new FileNetwork(), "A real organization's seats and ties, read from CSV or GraphML"),
    ];
}
