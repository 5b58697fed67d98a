using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>The result of an optimization.</summary>
public sealed record OptimizationResult
{
    /// <summary>What its file says.</summary>
    public required OptimizationSpec Spec { get; init; }

    /// <summary>The waves.</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    /// <summary>The points and their race.</summary>
    public required Course Course { get; init; }

    /// <summary>Why there are no more waves.</summary>
    public required string Reason { get; init; }

    /// <summary>What was chosen, the best first; of several goals the Pareto set. Empty: no arm keeps the limits.</summary>
    public required IReadOnlyList<Finalist> Finalists { get; init; }

    /// <summary>How many could have been finalists.</summary>
    public required int Candidates { get; init; }

    /// <summary>Names of the outputs: those of the goals, then those of the limits.</summary>
    public IReadOnlyList<string> Outputs => [.. Spec.Goals.Select(g => g.Output.Name), .. Spec.Limits.Select(l => l.Output.Name)];

    /// <summary>Runs of the confirmation.</summary>
    public long ConfirmationRuns => (long)Finalists.Count * Spec.Confirmation;

    /// <summary>The result of the waves, and of the runs that confirm it.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static OptimizationResult Of(
        OptimizationStudy study, OptimizationSpec spec, IReadOnlyList<Wave> waves, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(spec);
        var course = Course.Of(study.Problem, study.Method, waves);
        return new()
        {
            Spec = spec,
            Waves = waves,
            Course = course,
            Reason = reason,
            Candidates = course.Race is { } race ? Confirmation.Chosen(study.Problem, race).Count : 0,
            Finalists = Confirmation.Of(study.Problem, course, spec.Finalists, spec.Confirmation, OptimizationPlan.ConfirmationSeed(spec.Seed), cancellation),
        };
    }

    /// <summary>The levels at a point.</summary>
    public IReadOnlyList<FactorLevel> LevelsAt(int point) => [.. Spec.Factors.Select((f, k) => f.At(Course.Points[point].Position[k]))];
}
