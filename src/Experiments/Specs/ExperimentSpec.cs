using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Whether design points share their random numbers.</summary>
public enum Seeding
{
    /// <summary>Replicate r meets the same people, fates, turbulence and demand at every design point.</summary>
    Common,

    /// <summary>Every design point has random numbers of its own.</summary>
    Independent,
}

/// <summary>How to run, which changes no result.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Worker threads; 0: one a core.</summary>
    public int Workers { get; init; }

    /// <summary>Most runs an experiment may have.</summary>
    public long MaxRuns { get; init; } = 100_000_000;
}

/// <summary>An experiment: a question, a baseline, what varies, how often, and what to do with the results.</summary>
public sealed record ExperimentSpec
{
    /// <summary>Name, used in paths.</summary>
    public required string Name { get; init; }

    /// <summary>What the experiment asks.</summary>
    public required string Question { get; init; }

    /// <summary>What its author expected before there were results.</summary>
    public required string Expectation { get; init; }

    /// <summary>What does not vary.</summary>
    public required Scenario Baseline { get; init; }

    /// <summary>What varies, in the order of the file.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>Paths of factors that vary together, group by group.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Zip { get; init; } = [];

    /// <summary>What design points must keep to be run.</summary>
    public IReadOnlyList<ParameterConstraint> Constraints { get; init; } = [];

    /// <summary>Which combinations of levels are run.</summary>
    public required IExperimentDesign Design { get; init; }

    /// <summary>What the design combines: factors, and groups of factors that vary together.</summary>
    public DesignAxes Axes => new(Design, Factors, Zip);

    /// <summary>Runs per design point; the most there may be, where a rule says when to stop.</summary>
    public required int Replicates { get; init; }

    /// <summary>When to stop replicating; null: at a fixed number.</summary>
    public ReplicationRule? Replication { get; init; }

    /// <summary>Root seed; the first of a list.</summary>
    public required ulong Seed { get; init; }

    /// <summary>A root seed for each replicate; null: all have one.</summary>
    public IReadOnlyList<ulong>? Seeds { get; init; }

    /// <summary>Whether design points share their random numbers.</summary>
    public Seeding Seeding { get; init; }

    /// <summary>What is kept of runs beside their outputs.</summary>
    public RunOutputs Outputs { get; init; } = RunOutputs.None;

    /// <summary>Whether replicate r meets the same random numbers at every design point; a design may have its own say about that.</summary>
    public bool AllPointsShareRandomNumbers => Seeding == Seeding.Common && Axes.ArmOf(0) is null;

    /// <summary>Smallest difference that matters when a file does not say which: a twentieth of the horizon.</summary>
    public const double UsualMeaningful = 0.05;

    /// <summary>The event that ends leadership, as analyses take it.</summary>
    public LeadershipEvent Leadership { get; init; }

    /// <summary>Smallest difference that matters, as a share of the horizon.</summary>
    public double Meaningful { get; init; } = UsualMeaningful;

    /// <summary>Leaders who are removed from a twin of every world; null: none.</summary>
    public Intervention? Intervention { get; init; }

    /// <summary>What was observed in the world, to be compared with the runs; null: nothing.</summary>
    public PatternSpec? Pattern { get; init; }

    /// <summary>Analyses to do, by name.</summary>
    public required IReadOnlyList<string> Analyses { get; init; }

    /// <summary>Figures to draw.</summary>
    public required IReadOnlyList<FigureSpec> Figures { get; init; }

    /// <summary>How to run.</summary>
    public ExecutionOptions Execution { get; init; } = new();

    /// <summary>What the file could name.</summary>
    public ModelCatalog Model { get; init; } = ModelCatalog.Standard;

    /// <summary>The experiment file's text.</summary>
    public required string SourceText { get; init; }
}
