using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>How a method fared on functions of one kind, each with an optimum of its own.</summary>
/// <param name="Function">The kind.</param>
/// <param name="Problems">Number of functions.</param>
/// <param name="MeanRegret">By how much the chosen point is worse than the optimum, mean; the function goes from 0 to 1.</param>
/// <param name="WorstRegret">The same, greatest.</param>
/// <param name="BestLost">Share in which the race eliminated the best of its arms, with an interval; what the method's error bounds.</param>
/// <param name="Coverage">Share in which the 95 % interval of the confirmation holds the true value of the chosen point, with an interval.</param>
/// <param name="SearchBias">By how much the chosen point's mean in the race is above its true value, mean: the winner's curse.</param>
/// <param name="ConfirmedBias">The same of its mean in the confirmation.</param>
/// <param name="MeanRuns">Runs of the search, mean.</param>
public sealed record TestedFunction(
    string Function,
    int Problems,
    double MeanRegret,
    double WorstRegret,
    Interval BestLost,
    Interval Coverage,
    double SearchBias,
    double ConfirmedBias,
    double MeanRuns);

/// <summary>Tests a method of optimization, with the factors and the budget of a file, on functions whose optimum is known.</summary>
public static class MethodTest
{
    private static readonly (string Name, bool HasHills)[] Functions = [("bowl", false), ("two hills", true)];

    /// <summary>Tests the method. Constraints and limits of the file play no part.</summary>
    /// <param name="spec">The optimization.</param>
    /// <param name="problems">Functions of each kind.</param>
    /// <param name="workers">Worker threads; changes no result.</param>
    /// <param name="finished">Told after each function.</param>
    /// <param name="cancellation">Stops between two runs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<TestedFunction> Run(OptimizationSpec spec, int problems, int workers, Action finished, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(finished);
        return
        [
            .. Functions.Select((function, f) =>
            {
                var trials = new Trial[problems];
                var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
                Parallel.For(0, problems, options, p =>
                {
                    var seed = SplitMix64.Combine(SplitMix64.Combine(SplitMix64.Combine(0, spec.Seed), (ulong)f), (ulong)p);
                    trials[p] = Try(spec, new TestFunction(spec.Factors, function.HasHills, seed), seed, cancellation);
                    finished();
                });
                return Of(function.Name, trials);
            }),
        ];
    }

    private static TestedFunction Of(string name, Trial[] trials) => new(
        name,
        trials.Length,
        trials.Average(t => t.Regret),
        trials.Max(t => t.Regret),
        new Proportion(trials.Count(t => t.LostBest), trials.Length).Interval!,
        new Proportion(trials.Count(t => t.IsCovered), trials.Length).Interval!,
        trials.Average(t => t.SearchBias),
        trials.Average(t => t.ConfirmedBias),
        trials.Average(t => (double)t.Runs));

    private static Trial Try(OptimizationSpec spec, TestFunction function, ulong seed, CancellationToken cancellation)
    {
        var problem = new OptimizationProblem
        {
            Factors = spec.Factors,
            Senses = [new Sense(1)],
            Goals = 1,
            Evaluate = function.Evaluate,
            Runs = spec.SearchRuns,
            Seed = seed,
        };
        var study = new OptimizationStudy(problem, spec.Method);
        var waves = new List<Wave>();
        while (study.ReasonToStop(waves) is null)
        {
            waves.Add(study.Advance(waves, cancellation));
        }

        var course = Course.Of(problem, spec.Method, waves);
        var best = Confirmation.Of(problem, course, 1, spec.Confirmation, OptimizationPlan.ConfirmationSeed(seed), cancellation)[0];
        var (truth, race) = (function.At(course.Points[best.Point].Position), course.Race!);
        var bestArm = race.Arms.MaxBy(arm => function.At(course.Points[arm].Position));
        var estimate = best.Outputs[0];
        return new(
            1 - truth,
            race.Eliminations.Any(e => e.Arm == bestArm),
            truth >= estimate.Confirmed.Lower && truth <= estimate.Confirmed.Upper,
            estimate.Search - truth,
            estimate.Confirmed.Estimate - truth,
            course.Runs);
    }

    private sealed record Trial(double Regret, bool LostBest, bool IsCovered, double SearchBias, double ConfirmedBias, long Runs);
}
