using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>The methods of optimization a file can name.</summary>
public static class OptimizationMethodCatalog
{
    /// <summary>All methods.</summary>
    public static IReadOnlyList<CatalogEntry<IOptimizationMethod>> All { get; } =
    [
        new("race", new RaceSettings(), "Every combination of listed levels runs in the same worlds; what is shown to be worse is eliminated: policies, few levels"),
        new("search", new SearchSettings(), "Points spread evenly, then closer around the best, by successive halving; the best of them race: ranges and many levels"),
    ];
}
