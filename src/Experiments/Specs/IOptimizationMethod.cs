using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>A method of optimization by its settings; Analysis has the method itself.</summary>
[ChosenByKind]
public interface IOptimizationMethod
{
    /// <summary>The race that decides between the points, or between the best of them.</summary>
    RaceRule Race { get; }

    /// <summary>Why the method cannot be used with these factors and so many runs, and what to do; null: it can.</summary>
    /// <param name="factors">What varies.</param>
    /// <param name="searchRuns">Runs without those of the confirmation.</param>
    string? Refusal(IReadOnlyList<Factor> factors, long searchRuns);
}

/// <summary>How arms race.</summary>
/// <param name="Replicates">Replicates of every arm before the first look; each look doubles those of the arms that are left.</param>
/// <param name="Error">Greatest probability that the race eliminates an arm that belongs to the best.</param>
/// <param name="Indifference">Difference of the goal that is too small to matter, in its unit; 0: every difference matters.</param>
public sealed record RaceRule(int Replicates, double Error, double Indifference);
