using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Designs;

/// <summary>The designs an experiment file can name.</summary>
public static class DesignCatalog
{
    /// <summary>All designs.</summary>
    public static IReadOnlyList<CatalogEntry<IExperimentDesign>> All { get; } =
    [
        Entry(new FullFactorial(), "Every combination of levels"),
        Entry(new OneAtATime(), "Every factor at its first level, then one factor at a time at each of its others"),
        Entry(new RandomDesign(), "Points drawn independently"),
        Entry(new LatinHypercube(), "Every factor spread evenly: one point in each of as many strata as there are points"),
        Entry(new SobolSequence(), "Points that fill the space evenly, in blocks of powers of two"),
        Entry(new HaltonSequence(), "Points that fill the space evenly, at any number of points"),
        Entry(new SaltelliDesign(), "Pairs of points that exchange one factor each: for Sobol indices"),
        Entry(new MorrisTrajectories(), "Paths that change one factor a step: for elementary effects, a screening of many factors"),
        Entry(new FileDesign(), "Points listed in a CSV file"),
    ];

    private static CatalogEntry<IExperimentDesign> Entry(IExperimentDesign design, string summary) => new(design.Kind, design, summary);
}
