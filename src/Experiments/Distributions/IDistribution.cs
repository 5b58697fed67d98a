using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Distributions;

/// <summary>A distribution of a factor's values, given by its quantiles: a design in the unit cube is mapped through them.</summary>
[ChosenByKind]
public interface IDistribution
{
    /// <summary>What is wrong with its parameters together, null if nothing.</summary>
    string? Problem { get; }

    /// <summary>The value below which the share u of the probability lies; −∞ or ∞ at the ends of an unbounded distribution.</summary>
    /// <param name="u">A share from 0 to 1.</param>
    double Quantile(double u);
}
