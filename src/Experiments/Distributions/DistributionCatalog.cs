using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>The distributions an experiment file can name. Unequal chances of listed values are <c>levels</c> with <c>weights</c>.</summary>
public static class DistributionCatalog
{
    /// <summary>All distributions.</summary>
    public static IReadOnlyList<CatalogEntry<IDistribution>> All { get; } =
    [
        new("uniform", new Uniform(), "Every value between two bounds equally likely"),
        new("logUniform", new LogUniform(), "The logarithm uniform: every order of magnitude equally likely"),
        new("wholeNumbers", new WholeNumbers(), "Every whole number from one to another equally likely"),
        new("normal", new Normal(), "Normal, without bounds"),
        new("truncatedNormal", new TruncatedNormal(), "Normal, given that the value is between two bounds"),
        new("logNormal", new LogNormal(), "The logarithm normal"),
        new("triangular", new Triangular(), "Density rising to a mode and falling from it in straight lines"),
        new("beta", new Beta(), "Beta, stretched over an interval"),
        new("weibull", new Weibull(), "Weibull: times with a hazard that rises or falls as a power of time"),
    ];
}
