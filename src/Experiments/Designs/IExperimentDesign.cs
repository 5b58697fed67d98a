using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Which combinations of factor levels are run. A design is an immutable record, its properties are its parameters; its
/// shape travels to the analysis, so that an analysis made for another one can be refused.
/// </summary>
[ChosenByKind]
public interface IExperimentDesign
{
    /// <summary>Its name in experiment files.</summary>
    string Kind { get; }

    /// <summary>How its points lie.</summary>
    DesignShape Shape { get; }

    /// <summary>The design of the environments, where every environment is run under every arm; the design itself where not.</summary>
    IExperimentDesign Environments => this;

    /// <summary>Paths of the factors whose combinations of levels are the arms of every environment; none where the design is not crossed.</summary>
    IReadOnlyList<string> CrossedWith => [];

    /// <summary>Consecutive points that are one environment under its arms.</summary>
    long ArmsPerEnvironment(IReadOnlyList<Factor> factors) => 1;

    /// <summary>Whether points that break a constraint or repeat another can be left out without harm to what the design is for.</summary>
    bool CanLosePoints { get; }

    /// <summary>Why the design cannot be made of these factors and what to do, null if it can.</summary>
    string? Refusal(IReadOnlyList<Factor> factors);

    /// <summary>Which points share their random numbers, where the experiment's seeding does not say so.</summary>
    PointNoise Noise => PointNoise.Seeding;

    /// <summary>Number of design points; a number too large to count is long.MaxValue.</summary>
    long CountPoints(IReadOnlyList<Factor> factors);

    /// <summary>
    /// Which random numbers a point has: points of one arm share theirs. Null where that is for the experiment's seeding to say.
    /// </summary>
    /// <param name="point">Position of the point, from 0.</param>
    /// <param name="factors">Number of factors.</param>
    ulong? ArmOf(int point, int factors) => null;

    /// <summary>The points in a fixed order, one level a factor; null where a factor does not apply.</summary>
    IEnumerable<FactorLevel?[]> Expand(IReadOnlyList<Factor> factors);
}
