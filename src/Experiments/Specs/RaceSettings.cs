using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Settings of a race of all combinations of levels.</summary>
public sealed record RaceSettings : IOptimizationMethod
{
    /// <summary>Replicates of every arm before the first look.</summary>
    [Parameter("Replicates of every arm before the first look; each later look doubles those of the arms that are left", Min = 10, Max = 1_000_000)]
    public int Replicates { get; init; } = 32;

    /// <summary>Greatest probability that the best is eliminated.</summary>
    [Parameter("Greatest probability that the race eliminates the best arm", Unit = "probability", MinExclusive = true, Max = 0.5)]
    public double Error { get; init; } = 0.05;

    /// <summary>Difference that is too small to matter.</summary>
    [Parameter("Difference of the goal that is too small to matter, in its unit: the race ends when the leader is shown to be within it; 0: every one matters", Max = 1e12)]
    public double Indifference { get; init; }

    /// <inheritdoc/>
    public RaceRule Race => new(Replicates, Error, Indifference);

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors, long searchRuns)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.FirstOrDefault(f => f.Distribution is not null) is { } spread)
        {
            return $"a race needs listed levels, and {spread.Path} has a range without steps or a distribution; list its levels, give the range steps, or take method: search";
        }

        var arms = factors.Aggregate(1.0, (product, f) => product * f.Levels.Count);
        return arms * Replicates > searchRuns
            ? Invariant($"{arms} arms take {arms * Replicates} runs before the first look, and the budget leaves {searchRuns}; raise the budget, list fewer levels, or take method: search")
            : null;
    }
}
