namespace LeadershipSim.Analysis.Optimization;

/// <summary>One-sided t-tests of paired differences between arms, and of arms against limits, at one look of a race.</summary>
/// <param name="problem">What is optimized.</param>
/// <param name="points">The points with their values.</param>
/// <param name="replicates">Replicates of each arm.</param>
/// <param name="quantile">Student's quantile: how many standard errors show a difference.</param>
internal sealed class PairedJudge(OptimizationProblem problem, IReadOnlyList<EvaluatedPoint> points, int replicates, double quantile)
{
    /// <summary>Whether the mean of a limit's output is shown to be outside.</summary>
    public bool Breaks(int arm, int limit)
    {
        var (mean, error) = Moments(arm, null, problem.Goals + limit);
        return mean + (quantile * error) < 0;
    }

    /// <summary>Whether the means of all limits' outputs are shown to be inside.</summary>
    public bool Keeps(int arm) => Enumerable.Range(problem.Goals, problem.Limits).All(output =>
    {
        var (mean, error) = Moments(arm, null, output);
        return mean - (quantile * error) >= 0;
    });

    /// <summary>Whether one arm is shown to be better than another in every goal.</summary>
    public bool IsBetter(int first, int second) => Enumerable.Range(0, problem.Goals).All(goal =>
    {
        var (mean, error) = Moments(first, second, goal);
        return mean - (quantile * error) > 0;
    });

    /// <summary>Upper bound of how much better one arm can be than another in a goal.</summary>
    public double UpperDifference(int first, int second, int goal)
    {
        var (mean, error) = Moments(first, second, goal);
        return mean + (quantile * error);
    }

    // The mean as it counts, or its difference from another arm in the same worlds, and the standard error.
    private (double Mean, double Error) Moments(int arm, int? other, int output)
    {
        var sense = problem.Senses[output];
        var (mine, its) = (points[arm].Values(isRace: true)[output], other is { } o ? points[o].Values(isRace: true)[output] : null);
        var (mean, squares) = (0.0, 0.0);
        for (var r = 0; r < replicates; r++)
        {
            var value = its is null ? sense.Of(mine[r]) : sense.Sign * (mine[r] - its[r]);
            var step = value - mean;
            mean += step / (r + 1);
            squares += step * (value - mean);
        }

        return (mean, Math.Sqrt(squares / (replicates - 1) / replicates));
    }
}
