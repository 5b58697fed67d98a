namespace LeadershipSim.Experiments.Designs;

/// <summary>Which combinations of factor levels are run.</summary>
public interface IExperimentDesign
{
    /// <summary>Its name in experiment files.</summary>
    string Kind { get; }

    /// <summary>Number of design points; a number too large to count is long.MaxValue.</summary>
    long CountPoints(IReadOnlyList<Factor> factors);

    /// <summary>The points in a fixed order, one level a factor.</summary>
    IEnumerable<FactorLevel[]> Points(IReadOnlyList<Factor> factors);
}
