using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Identity;

/// <summary>One kind of a part: its name in experiment files, an instance with every parameter at its default, what it is.</summary>
internal sealed record PartKind(string Kind, object Default, string Summary);

/// <summary>The parts of a scenario and of an experiment that are chosen by <c>kind</c>.</summary>
internal static class PartCatalog
{
    /// <summary>The kinds of a part; null when the type is not chosen by kind.</summary>
    public static IReadOnlyList<PartKind>? KindsOf(Type part) =>
        part == typeof(ILeadershipPolicy) ? Kinds(PolicyCatalog.All)
        : part == typeof(INetworkModel) ? Kinds(NetworkCatalog.All)
        : part == typeof(IExperimentDesign) ? Kinds(DesignCatalog.All)
        : part == typeof(IDistribution) ? Kinds(DistributionCatalog.All)
        : part == typeof(ICalibrationMethod) ? Kinds(CalibrationMethodCatalog.All)
        : null;

    /// <summary>The kind of a part's instance.</summary>
    public static string KindOf(Type part, object instance) => KindsOf(part)!.First(k => k.Default.GetType() == instance.GetType()).Kind;

    private static IReadOnlyList<PartKind> Kinds<T>(IReadOnlyList<CatalogEntry<T>> catalog)
        where T : class => [.. catalog.Select(e => new PartKind(e.Kind, e.Default, e.Summary))];
}
