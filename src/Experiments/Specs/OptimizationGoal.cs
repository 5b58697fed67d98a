using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Specs;

/// <summary>An output whose mean over runs is to be as large, or as small, as possible.</summary>
/// <param name="Output">The output.</param>
/// <param name="IsMaximized">Whether large is good.</param>
/// <param name="Absent">What a run without the output counts as; null: every run has to have it.</param>
public sealed record OptimizationGoal(Output Output, bool IsMaximized, double? Absent);

/// <summary>An output whose mean over runs must keep a bound.</summary>
/// <param name="Output">The output.</param>
/// <param name="Bound">The bound.</param>
/// <param name="IsUpper">Whether the mean may be at most the bound, rather than at least.</param>
/// <param name="Absent">What a run without the output counts as; null: every run has to have it.</param>
public sealed record OptimizationLimit(Output Output, double Bound, bool IsUpper, double? Absent)
{
    /// <summary>The limit in words.</summary>
    public string Name => Invariant($"{Output.Name} at {(IsUpper ? "most" : "least")} {Bound}");
}
