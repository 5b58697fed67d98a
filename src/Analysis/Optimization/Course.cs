using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>How far an optimization has come: its points with their runs, and its race once there is one. It follows from the waves alone.</summary>
public sealed class Course
{
    private readonly List<EvaluatedPoint> _points = [];

    private Course()
    {
    }

    /// <summary>The points, by number.</summary>
    public IReadOnlyList<EvaluatedPoint> Points => _points;

    /// <summary>The race; null before it.</summary>
    public Race? Race { get; private set; }

    /// <summary>Runs so far.</summary>
    public long Runs { get; private set; }

    /// <summary>Runs before the race.</summary>
    public long RefiningRuns { get; private set; }

    /// <summary>Waves before the race.</summary>
    public int RefiningWaves { get; private set; }

    /// <summary>New points of the last round.</summary>
    public int LastNewPoints { get; private set; }

    /// <summary>Points of the even spread that were looked at.</summary>
    public int Spread { get; private set; }

    /// <summary>The course of some waves.</summary>
    public static Course Of(OptimizationProblem problem, IOptimizationMethod method, IReadOnlyList<Wave> waves)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(waves);
        var course = new Course();
        foreach (var wave in waves)
        {
            course.Add(problem, method, wave);
        }

        return course;
    }

    /// <summary>The points that a race is between: all of a race alone, the best of a search.</summary>
    internal IReadOnlyList<int> ArmsOf(OptimizationProblem problem, IOptimizationMethod method)
    {
        if (method is not SearchSettings search)
        {
            return [.. _points.Select(p => p.Index)];
        }

        // Means over few replicates, of points that got no more, are no match for those over many.
        return
        [
            .. _points.GroupBy(p => p.Replicates(isRace: false)).OrderByDescending(g => g.Key)
                .SelectMany(g => Ranking.Order([.. g.Select(p => p.Means(problem, isRace: false, g.Key))], problem.Goals).Select(k => g.ElementAt(k).Index))
                .Take(search.RaceArms),
        ];
    }

    /// <summary>All combinations of levels that may be run, as points of the unit cube.</summary>
    internal static IReadOnlyList<double[]> AllCombinations(OptimizationProblem problem)
    {
        // Positions of levels are the middles of their shares; the last factor varies fastest.
        IEnumerable<double[]> points = [[]];
        foreach (var levels in problem.Factors.Select(f => f.Levels.Count))
        {
            points = points.SelectMany(p => Enumerable.Range(0, levels).Select(k => (double[])[.. p, (k + 0.5) / levels]));
        }

        return [.. points.Where(p => problem.IsAllowed(p))];
    }

    private void Add(OptimizationProblem problem, IOptimizationMethod method, Wave wave)
    {
        _points.AddRange(wave.NewPoints.Select((p, k) => new EvaluatedPoint(_points.Count + k, p, problem.Senses.Count)).ToList());
        foreach (var evaluation in wave.Evaluations)
        {
            _points[evaluation.Point].Add(evaluation, wave.IsRace);
        }

        Runs += wave.Runs;
        Spread = wave.Spread;
        if (wave.IsRace)
        {
            Race ??= new(problem, method.Race, _points, ArmsOf(problem, method));
            Race.Look();
            return;
        }

        RefiningRuns += wave.Runs;
        LastNewPoints = method is SearchSettings search && RefiningWaves % search.Rungs == 0 ? wave.NewPoints.Count : LastNewPoints;
        RefiningWaves++;
    }
}
