namespace LeadershipSim.Experiments.Designs;

/// <summary>The designs an experiment file can name.</summary>
public static class DesignCatalog
{
    /// <summary>All designs.</summary>
    public static IReadOnlyList<IExperimentDesign> All { get; } = [new FullFactorial(), new OneAtATime()];
}
