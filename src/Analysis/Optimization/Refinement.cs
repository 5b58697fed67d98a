using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>
/// Rounds of a search. The first spreads points evenly (Sobol' points, scrambled); each later one puts most new points around the best so
/// far, in ranges that shrink, and the others on. In a round points are run a few times; the best share of them, with the best of earlier
/// rounds, gets several times as many replicates, and so on, rung by rung: successive halving. Means are compared over the same worlds.
/// </summary>
/// <remarks>
/// Successive halving: Karnin, Koren and Somekh 2013, PMLR 28, 1238–1246; Jamieson and Talwalkar 2016, PMLR 51, 240–248.
/// </remarks>
internal sealed class Refinement(OptimizationProblem problem, SearchSettings settings)
{
    // Ranges do not shrink to nothing; a category is drawn again at least this often.
    private const double LeastWidth = 0.01;
    private const double LeastChange = 0.1;
    private const int MostTries = 50;

    /// <summary>Whether there is no further round: its runs would be too many, or the last one found no new point.</summary>
    public bool IsOver(Course course) =>
        course.RefiningWaves % settings.Rungs == 0
        && (course.RefiningRuns + settings.RoundRuns > settings.RefiningRuns(problem.Runs) || (course.RefiningWaves > 0 && course.LastNewPoints == 0));

    /// <summary>The next points, and which points get how many replicates; a rung of a round.</summary>
    public (IReadOnlyList<double[]> NewPoints, int Spread, IReadOnlyList<(int Point, int Replicates)> Wanted) Next(Course course)
    {
        var (round, rung) = Math.DivRem(course.RefiningWaves, settings.Rungs);
        if (rung == 0)
        {
            var (points, spread) = Propose(course, round);
            return (points, spread, [.. points.Select((_, k) => (course.Points.Count + k, settings.Replicates))]);
        }

        var best = Best(course, settings.ReplicatesAt(rung - 1)).Take(settings.KeptAt(rung));
        return ([], course.Spread, [.. best.Select(p => (p, settings.ReplicatesAt(rung)))]);
    }

    private IEnumerable<int> Best(Course course, int replicates)
    {
        EvaluatedPoint[] those = [.. course.Points.Where(p => p.Replicates(isRace: false) >= replicates)];
        return Ranking.Order([.. those.Select(p => p.Means(problem, isRace: false, replicates))], problem.Goals).Select(k => those[k].Index);
    }

    private (List<double[]> Points, int Spread) Propose(Course course, int round)
    {
        var known = course.Points.Select(p => KeyOf(p.Position)).ToHashSet();
        var points = new List<double[]>();
        var around = round == 0 ? 0 : settings.Points - (int)Math.Ceiling(settings.Explore * settings.Points);
        if (around > 0)
        {
            int[] parents = [.. Best(course, settings.ReplicatesAt(settings.Rungs - 1)).Take(Math.Max(2, settings.KeptAt(settings.Rungs - 1)))];
            for (var k = 0; k < around; k++)
            {
                if (Around(course.Points[parents[k % parents.Length]].Position, round, k, known) is { } point)
                {
                    points.Add(point);
                }
            }
        }

        var wanted = settings.Points - around;
        return (points, Spread(course.Spread, wanted, points, known));
    }

    // The even spread goes on where it ended; points that may not be run, or are there already, are passed over.
    private int Spread(int from, int wanted, List<double[]> points, HashSet<string> known)
    {
        var seed = (int)(problem.KeyOf(-1, 0) >> 33);
        var used = 0;
        foreach (var point in EvenPoints.Of(from, wanted * MostTries, problem.Factors.Count, seed))
        {
            if (wanted == 0)
            {
                break;
            }

            used++;
            if (problem.IsAllowed(point) && known.Add(KeyOf(point)))
            {
                points.Add(point);
                wanted--;
            }
        }

        return from + used;
    }

    private double[]? Around(IReadOnlyList<double> parent, int round, int proposal, HashSet<string> known)
    {
        var random = new RandomStream(problem.KeyOf(round, proposal));
        var width = Math.Max(LeastWidth, 0.5 * Math.Pow(settings.Shrink, round));
        for (var tries = 0; tries < MostTries; tries++)
        {
            double[] point = [.. problem.Factors.Select((factor, k) => Moved(factor, parent[k], width, ref random))];
            if (problem.IsAllowed(point) && known.Add(KeyOf(point)))
            {
                return point;
            }
        }

        return null;
    }

    private static double Moved(Factor factor, double from, double width, ref RandomStream random)
    {
        var (chance, draw) = (random.NextUniform(), random.NextUniform());
        if (!factor.IsOrdered)
        {
            return chance < Math.Max(LeastChange, width) ? draw : from;
        }

        // The next level has to be in reach.
        var reach = Math.Max(width, factor.Distribution is null ? 1.0 / factor.Levels.Count : 0);
        var moved = Math.Abs(from + (reach * ((2 * draw) - 1)));
        return Math.Clamp(moved > 1 ? 2 - moved : moved, Factor.LeastShare, Factor.GreatestShare);
    }

    // Points with the same levels are the same point.
    private string KeyOf(IReadOnlyList<double> position) =>
        string.Join('|', problem.Factors.Select((f, k) => Invariant($"{f.At(position[k]).Value}")));
}
