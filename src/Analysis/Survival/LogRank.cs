using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The log-rank test of equal hazards in k groups: at each time of events, d_j against d·n_j/n with the hypergeometric covariance
/// d(n − d)/(n − 1)·(n_j/n)(δ_jk − n_k/n), summed over times, with weights, and over strata. Any cause counts as the event.
/// </summary>
/// <remarks>
/// Mantel (1966); Peto and Peto (1972), https://doi.org/10.2307/2344317. Misleads where hazards cross: differences cancel. Under common
/// random numbers the arms of a replicate are dependent: make the replicate the stratum.
/// </remarks>
public static class LogRank
{
    /// <summary>Tests whether the groups have equal hazards, within strata if there are any.</summary>
    /// <param name="observations">The observations; at least two groups.</param>
    /// <param name="weight">Weights over time; null: all 1.</param>
    /// <exception cref="ArgumentException">An observation is not valid, or there are fewer than two groups.</exception>
    public static LogRankTest Test(IReadOnlyCollection<Lifetime> observations, LogRankWeight? weight = null)
    {
        ObservationChecks.CheckComparable(observations, nameof(observations));
        string[] groups = [.. observations.Select(o => o.Group).Distinct().Order(GroupOrder.Natural)];
        var index = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i);
        var sums = new Sums(groups.Length, weight ?? LogRankWeight.LogRank);
        var strata = new List<LogRankStratum>();
        foreach (var stratum in observations.GroupBy(o => o.Stratum).OrderBy(g => g.Key, GroupOrder.Natural))
        {
            strata.Add(new(stratum.Key, sums.Add([.. stratum], groups, o => index[o.Group])));
        }

        return sums.Result(groups, [.. groups.Select(g => observations.Count(o => o.Group == g))]) with { Strata = strata };
    }

    private sealed class Sums(int groups, LogRankWeight weight)
    {
        private readonly double[] _observed = new double[groups];
        private readonly double[] _expected = new double[groups];
        private readonly Matrix<double> _variance = Matrix<double>.Build.Dense(groups, groups);

        // Adds a stratum, and says what was observed and expected in it.
        public LogRankGroup[] Add(Lifetime[] stratum, string[] names, Func<Lifetime, int> groupOf)
        {
            var (tables, counts) = (new RiskCounter[groups], new int[groups]);
            foreach (var members in stratum.GroupBy(groupOf))
            {
                (tables[members.Key], counts[members.Key]) = (new RiskCounter([.. members]), members.Count());
            }

            double[] observed = [.. _observed], expected = [.. _expected];

            var survival = 1.0;
            var atRisk = new double[groups];
            foreach (var row in RiskTable.Of(stratum).Where(r => r.Events > 0))
            {
                var atTime = weight.At(row.AtRisk, survival);
                for (var j = 0; j < groups; j++)
                {
                    var (present, events) = tables[j]?.At(row.Time) ?? (0, 0);
                    atRisk[j] = present;
                    _observed[j] += atTime * events;
                    _expected[j] += atTime * row.Events * present / row.AtRisk;
                }

                AddVariance(atRisk, row, atTime * atTime);
                survival *= 1 - ((double)row.Events / row.AtRisk);
            }

            return [.. names.Select((name, j) => new LogRankGroup(name, counts[j], _observed[j] - observed[j], _expected[j] - expected[j]))];
        }

        public LogRankTest Result(string[] names, int[] counts)
        {
            // A group that never has anybody at risk when events happen says nothing: as in R, it costs no degree of freedom.
            int[] used = [.. Enumerable.Range(0, groups).Where(j => _expected[j] > 0)];
            var rows = names.Select((name, j) => new LogRankGroup(name, counts[j], _observed[j], _expected[j])).ToArray();
            IReadOnlyList<IReadOnlyList<double>> variance = [.. _variance.EnumerateRows().Select(r => (IReadOnlyList<double>)r.ToArray())];
            if (used.Length < 2)
            {
                return new(weight.Name, rows, variance, null, "Fewer than two groups are at risk when events happen: there is nothing to compare.");
            }

            // The differences sum to 0: one group is left out.
            int[] free = used[..^1];
            var difference = Vector<double>.Build.Dense(free.Length, i => _observed[free[i]] - _expected[free[i]]);
            var matrix = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => _variance[free[i], free[j]]);
            var root = SymmetricSystem.Factor(matrix);
            return root is null
                ? new(weight.Name, rows, variance, null, "The differences have no variance: at every event everybody at risk is of one group or has the event.")
                : new(weight.Name, rows, variance, new ChiSquareTest(difference.DotProduct(root.Solve(difference)), free.Length), "");
        }

        private void AddVariance(double[] atRisk, in RiskRow row, double squaredWeight)
        {
            if (row.AtRisk < 2)
            {
                return;
            }

            var (n, d) = ((double)row.AtRisk, (double)row.Events);
            var factor = squaredWeight * d * (n - d) / (n - 1);
            for (var j = 0; j < groups; j++)
            {
                for (var k = 0; k < groups; k++)
                {
                    _variance[j, k] += factor * (atRisk[j] / n) * ((j == k ? 1 : 0) - (atRisk[k] / n));
                }
            }
        }
    }
}
