using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>How an arm does over environments that were run under every arm.</summary>
/// <remarks>
/// Regret is the distance, in expected ticks lived after the leadership left, to the arm that does best in the same environment (Savage
/// 1951, https://doi.org/10.1080/01621459.1951.10500768). The best of noisy means is a little too good, so regrets are a little too large
/// with few replicates; read the shares of environments that are decided as well.
/// </remarks>
/// <param name="Arm">The arm.</param>
/// <param name="Environments">Number of environments.</param>
/// <param name="Regret">Mean regret over environments with its 95 % interval, in ticks.</param>
/// <param name="Best">Environments in which it does better than every other arm: the paired interval against the best other lies above 0.</param>
/// <param name="Worse">Environments in which it does worse than the best arm: the paired interval lies below 0.</param>
/// <param name="Undecided">All other environments.</param>
public sealed record EnvironmentComparison(Arm Arm, int Environments, Interval? Regret, int Best, int Worse, int Undecided)
{
    /// <summary>Compares the arms.</summary>
    /// <param name="points">Design points; environments that lack an arm are left out.</param>
    /// <param name="horizonTicks">The horizon.</param>
    public static IReadOnlyList<EnvironmentComparison> Of(IReadOnlyList<StudyPoint> points, int horizonTicks)
    {
        ArgumentNullException.ThrowIfNull(points);
        Arm[] arms = [.. points.Select(p => p.Group.Arm).Distinct()];
        var tallies = arms.ToDictionary(a => a, _ => new Tally());
        foreach (var environment in points.GroupBy(p => p.Environment))
        {
            var groups = environment.GroupBy(p => p.Group.Arm).ToDictionary(
                g => g.Key, g => EnvironmentMeans.RunsOf([.. environment], g.Key)).ToDictionary(
                g => g.Key, g => (Runs: g.Value, Mean: g.Value.Average(r => (double)ProgramCourse.OutlivedTicks(r))));
            if (groups.Count < 2 || groups.Count < arms.Length)
            {
                continue;
            }

            Arm[] ranked = [.. arms.OrderByDescending(a => groups[a].Mean)];
            foreach (var arm in arms)
            {
                var rival = arm == ranked[0] ? ranked[1] : ranked[0];
                var (difference, _) = ConditionVerdict.PairedDifference(groups[arm].Runs, groups[rival].Runs);
                tallies[arm].Add(environment.Key, environment.First().Weight, groups[ranked[0]].Mean - groups[arm].Mean, difference);
            }
        }

        return [.. arms.Select(a => tallies[a].Of(a, horizonTicks))];
    }

    private sealed class Tally
    {
        private readonly Dictionary<int, double> _regrets = [];
        private readonly Dictionary<int, double> _weights = [];
        private int _best;
        private int _worse;

        public void Add(int environment, double weight, double regret, Interval? difference)
        {
            (_regrets[environment], _weights[environment]) = (weight * regret, weight);
            _best += difference is { Lower: > 0 } ? 1 : 0;
            _worse += difference is { Upper: < 0 } ? 1 : 0;
        }

        public EnvironmentComparison Of(Arm arm, int horizonTicks) => new(
            arm,
            _regrets.Count,
            new ClusterTotals(_regrets, _weights, _regrets.Count).MeanInterval(0, horizonTicks),
            _best,
            _worse,
            _regrets.Count - _best - _worse);
    }
}
