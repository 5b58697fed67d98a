using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>The methods of calibration a file can name.</summary>
public static class CalibrationMethodCatalog
{
    /// <summary>All methods.</summary>
    public static IReadOnlyList<CatalogEntry<ICalibrationMethod>> All { get; } =
    [
        new("rejection", new RejectionSettings(), "Draws from the prior of which the nearest are accepted, adjusted by regression: the simplest, for few parameters"),
        new("adaptivePopulation", new AdaptivePopulationSettings(), "Populations that come closer step by step, with little to tune (Lenormand's APMC)"),
        new("sequential", new SequentialSettings(), "Particles that are weighted, resampled and moved while the tolerance falls (Del Moral's SMC)"),
        new("historyMatching", new HistoryMatchingSettings(), "Waves that rule out what cannot agree, by emulators: a first step where the prior is wide"),
    ];
}
