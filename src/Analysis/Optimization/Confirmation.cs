using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>
/// Runs the finalists again, in worlds that had no part in their choice. What is chosen for its large mean has a mean that is too large (the
/// winner's curse); the mean of fresh runs is not, and its interval keeps its level.
/// </summary>
public static class Confirmation
{
    /// <summary>The finalists of a course, the best of the race first.</summary>
    /// <param name="problem">What is optimized.</param>
    /// <param name="course">How far it has come.</param>
    /// <param name="most">Most finalists.</param>
    /// <param name="runs">Runs of each, from 2.</param>
    /// <param name="seed">Root seed of these runs.</param>
    /// <param name="cancellation">Stops between two runs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<Finalist> Of(OptimizationProblem problem, Course course, int most, int runs, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(course);
        if (course.Race is not { } race)
        {
            return [];
        }

        var chosen = Chosen(problem, race).Take(most).ToList();
        if (problem.Goals > 1)
        {
            chosen = [.. chosen.OrderByDescending(p => race.MeansOf(p)[0])];
        }

        var values = EvaluationRunner.Run(problem, seed, [.. chosen.Select(p => (course.Points[p].Position, 0, runs))], cancellation);
        return
        [
            .. chosen.Select((point, k) => new Finalist(k + 1, point,
            [
                .. problem.Senses.Select((_, o) => new FinalEstimate(
                    course.Points[point].Estimate(isRace: true, o).Mean!.Value, Mean(values[k][o]), Error(values[k][o]),
                    k == 0 ? null : Student([.. values[k][o].Zip(values[0][o], (mine, best) => mine - best)]))),
            ])),
        ];
    }

    /// <summary>The arms that are left, the best first; of several goals only those that none of them dominates.</summary>
    public static IReadOnlyList<int> Chosen(OptimizationProblem problem, Race race)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(race);
        if (problem.Goals == 1)
        {
            return race.Order;
        }

        double[][] means = [.. race.Order.Select(race.MeansOf)];
        int[] all = [.. Enumerable.Range(0, means.Length)];
        int[] kept = [.. all.Where(k => means[k].Skip(problem.Goals).All(z => z >= 0))];
        var front = Ranking.Front(means, kept.Length > 0 ? kept : all, problem.Goals).ToHashSet();
        return [.. all.Where(front.Contains).Select(k => race.Order[k])];
    }

    // Of flags the interval is Wilson's, which keeps its level near 0 and 1.
    private static Interval Mean(double[] values)
    {
        if (!values.All(v => v is 0 or 1))
        {
            return Student(values);
        }

        var share = new Proportion(values.Count(v => v == 1), values.Length).Interval!;
        return share.Estimate == 0 ? share with { Lower = 0 } : share.Estimate == 1 ? share with { Upper = 1 } : share;
    }

    private static Interval Student(double[] values)
    {
        var (mean, reach) = (values.Average(), StudentT.InvCDF(0, 1, values.Length - 1, 0.975) * Error(values));
        return new(mean, mean - reach, mean + reach);
    }

    private static double Error(double[] values) => Math.Sqrt(SampleMoments.Variance(values) / values.Length);
}
