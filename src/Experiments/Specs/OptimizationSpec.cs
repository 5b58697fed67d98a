using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Specs;

/// <summary>An optimization: where among the values of factors outputs are best.</summary>
public sealed record OptimizationSpec
{
    /// <summary>Runs of each finalist after the search when a file does not say.</summary>
    public const int UsualConfirmation = 500;

    /// <summary>Most finalists when a file does not say.</summary>
    public const int UsualFinalists = 3;

    /// <summary>Name, used in paths.</summary>
    public required string Name { get; init; }

    /// <summary>What the optimization asks.</summary>
    public required string Question { get; init; }

    /// <summary>What its author expected before there were results.</summary>
    public required string Expectation { get; init; }

    /// <summary>What does not vary.</summary>
    public required Scenario Baseline { get; init; }

    /// <summary>What varies.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>What points must keep to be run.</summary>
    public IReadOnlyList<ParameterConstraint> Constraints { get; init; } = [];

    /// <summary>What is to be as large, or as small, as possible; several make a Pareto set.</summary>
    public required IReadOnlyList<OptimizationGoal> Goals { get; init; }

    /// <summary>What means of outputs must keep.</summary>
    public IReadOnlyList<OptimizationLimit> Limits { get; init; } = [];

    /// <summary>How the best is found.</summary>
    public required IOptimizationMethod Method { get; init; }

    /// <summary>Most runs in all, confirmation included.</summary>
    public required long Budget { get; init; }

    /// <summary>Runs of each finalist, in worlds that the search has not seen.</summary>
    public int Confirmation { get; init; } = UsualConfirmation;

    /// <summary>Most finalists.</summary>
    public int Finalists { get; init; } = UsualFinalists;

    /// <summary>Root seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What the file could name.</summary>
    public ModelCatalog Model { get; init; } = ModelCatalog.Standard;

    /// <summary>How to run.</summary>
    public ExecutionOptions Execution { get; init; } = new();

    /// <summary>The file's text.</summary>
    public required string SourceText { get; init; }

    /// <summary>Most runs of the search: the budget without the confirmation.</summary>
    public long SearchRuns => Budget - ((long)Confirmation * Finalists);
}
