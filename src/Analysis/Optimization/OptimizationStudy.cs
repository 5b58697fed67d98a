using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>
/// An optimization that can be carried out, wave by wave. The next wave follows from those before it and the root seed alone, so that it can stop
/// after any of them and go on later.
/// </summary>
/// <param name="Problem">What is optimized.</param>
/// <param name="Method">How.</param>
public sealed record OptimizationStudy(OptimizationProblem Problem, IOptimizationMethod Method)
{
    /// <summary>The study of an optimization.</summary>
    /// <param name="spec">The optimization.</param>
    /// <param name="workers">Worker threads.</param>
    /// <param name="finished">Told after each run, from whichever thread did it.</param>
    /// <param name="work">What does the runs of a stage; null: threads of this process.</param>
    public static OptimizationStudy Of(OptimizationSpec spec, int workers, Action? finished = null, StageWork? work = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var evaluator = new ScenarioEvaluator(spec, finished);
        return new(
            new()
            {
                Factors = spec.Factors,
                Senses =
                [
                    .. spec.Goals.Select(g => new Sense(g.IsMaximized ? 1 : -1)),
                    .. spec.Limits.Select(l => l.IsUpper ? new Sense(-1, l.Bound) : new Sense(1, -l.Bound)),
                ],
                Goals = spec.Goals.Count,
                Evaluate = evaluator.Evaluate,
                IsAllowed = evaluator.IsAllowed,
                Runs = spec.SearchRuns,
                Seed = spec.Seed,
                Workers = workers,
                Work = work,
            },
            spec.Method);
    }

    /// <summary>Why there should be no further wave, in words; null: go on.</summary>
    public string? ReasonToStop(IReadOnlyList<Wave> waves)
    {
        var course = Course.Of(Problem, Method, waves);
        return course.Race is not { } race ? null
            : race.Left.Count == 0 ? "no arm keeps the limits"
            : race.Left.Count == 1 ? "one arm is left"
            : race.IsSettled ? "the leader is shown to be within the difference that does not matter"
            : ReplicatesOfRace(course, race) < 1 ? Invariant($"the {Problem.Runs} runs of the search are used up")
            : null;
    }

    /// <summary>The next wave.</summary>
    /// <param name="waves">The waves so far, in order.</param>
    /// <param name="cancellation">Stops between two runs; the wave is then lost.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="OptimizationException">No point may be run.</exception>
    public Wave Advance(IReadOnlyList<Wave> waves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(waves);
        var course = Course.Of(Problem, Method, waves);
        if (Method is SearchSettings search && new Refinement(Problem, search) is var refinement && !refinement.IsOver(course) && course.Race is null)
        {
            var (points, spread, wanted) = refinement.Next(course);
            return points.Count == 0 && course.Points.Count == 0
                ? throw NothingAllowed()
                : Run(waves.Count, course, isRace: false, points, spread, wanted, cancellation);
        }

        if (course.Race is { } race)
        {
            return Run(waves.Count, course, isRace: true, [], course.Spread, Wanted(race.Left, race.Replicates + ReplicatesOfRace(course, race)), cancellation);
        }

        // The points of a race alone are all combinations; those of a search are there already.
        IReadOnlyList<double[]> arms = Method is SearchSettings ? [] : Course.AllCombinations(Problem);
        IReadOnlyList<int> numbers = Method is SearchSettings ? course.ArmsOf(Problem, Method) : [.. Enumerable.Range(0, arms.Count)];
        return numbers.Count == 0 ? throw NothingAllowed()
            : Run(waves.Count, course, isRace: true, arms, course.Spread, Wanted(numbers, Method.Race.Replicates), cancellation);
    }

    /// <summary>Most runs of the next wave.</summary>
    public long RunsOfNext(IReadOnlyList<Wave> waves)
    {
        var course = Course.Of(Problem, Method, waves);
        return course.Race is { } race ? (long)race.Left.Count * ReplicatesOfRace(course, race)
            : Method is SearchSettings search && !new Refinement(Problem, search).IsOver(course) ? search.RungRuns(course.RefiningWaves % search.Rungs)
            : (long)(Method is SearchSettings ending ? ending.RaceArms : Course.AllCombinations(Problem).Count) * Method.Race.Replicates;
    }

    private static OptimizationException NothingAllowed() => new("no combination of the factors keeps the constraints; loosen one of them");

    private static IReadOnlyList<(int Point, int Replicates)> Wanted(IReadOnlyList<int> points, int replicates) => [.. points.Select(p => (p, replicates))];

    private int ReplicatesOfRace(Course course, Race race) =>
        (int)Math.Min(race.NextReplicates - race.Replicates, (Problem.Runs - course.Runs) / race.Left.Count);

    private Wave Run(
        int index,
        Course course,
        bool isRace,
        IReadOnlyList<double[]> newPoints,
        int spread,
        IReadOnlyList<(int Point, int Replicates)> wanted,
        CancellationToken cancellation)
    {
        int Has(int point) => point < course.Points.Count ? course.Points[point].Replicates(isRace) : 0;
        IReadOnlyList<double> At(int point) => point < course.Points.Count ? course.Points[point].Position : newPoints[point - course.Points.Count];
        (int Point, int From, int Count)[] missing =
            [.. wanted.Select(w => (w.Point, From: Has(w.Point), Count: w.Replicates - Has(w.Point))).Where(m => m.Count > 0)];
        var values = EvaluationRunner.Run(Problem, Problem.RootOf(isRace), [.. missing.Select(m => (At(m.Point), m.From, m.Count))], cancellation);
        return new(index, isRace, newPoints, spread, [.. missing.Select((m, k) => new Evaluation(m.Point, values[k]))]);
    }
}
