using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>A k-out-of-n system at the user's values, beside its Markov chain.</summary>
internal sealed class KOutOfNCell(int n, int k, double leaving, double filling) : IExactCase
{
    // Forty times the mean lifetime: a run is cut off with probability e^−40.
    private const double Horizons = 40;
    private const int LongestHorizon = 1_000_000;

    /// <inheritdoc/>
    public string Name => Invariant($"kOutOfN:n={n},k={k},lambda={leaving},mu={filling}");

    /// <inheritdoc/>
    public string Shows => "turnover and recruitment give the mean lifetime of this k-out-of-n system";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var (mean, deviation) = Lifetime();
        var horizon = (int)Math.Min(LongestHorizon, Math.Ceiling(Horizons * mean));
        var measured = runs.Measure(KOutOfN.ScenarioOf(n, k, leaving, filling) with { HorizonTicks = horizon }, () => new OutcomeMeasurement(o => o.EndTick));
        return [new("mean lifetime in ticks", "Markov chain", DockedPoint.OfKnownSpread("", mean, deviation, measured[0]))];
    }

    /// <summary>
    /// Mean and standard deviation of the first tick with fewer than k of n: m = 1 + P m and s = 1 + 2 P m + P s over the states with k to n,
    /// solved by elimination.
    /// </summary>
    internal (double Mean, double Deviation) Lifetime()
    {
        var states = n - k + 1;
        var step = new double[states, states];
        for (var from = 0; from < states; from++)
        {
            for (var to = 0; to < states; to++)
            {
                step[from, to] = Step(from + k, to + k);
            }
        }

        var mean = Solve(step, [.. Enumerable.Repeat(1.0, states)]);
        var second = Solve(step, [.. Enumerable.Range(0, states).Select(from => 1 + (2 * Enumerable.Range(0, states).Sum(to => step[from, to] * mean[to])))]);
        return (mean[^1], Math.Sqrt(second[^1] - (mean[^1] * mean[^1])));
    }

    // x = b + P x by elimination: no pivots are needed, I − P is diagonally dominant.
    private static double[] Solve(double[,] step, double[] right)
    {
        var states = right.Length;
        var left = new double[states, states];
        for (var i = 0; i < states; i++)
        {
            for (var j = 0; j < states; j++)
            {
                left[i, j] = (i == j ? 1 : 0) - step[i, j];
            }
        }

        for (var pivot = 0; pivot < states; pivot++)
        {
            for (var row = pivot + 1; row < states; row++)
            {
                var factor = left[row, pivot] / left[pivot, pivot];
                for (var j = pivot; j < states; j++)
                {
                    left[row, j] -= factor * left[pivot, j];
                }

                right[row] -= factor * right[pivot];
            }
        }

        for (var row = states - 1; row >= 0; row--)
        {
            for (var j = row + 1; j < states; j++)
            {
                right[row] -= left[row, j] * right[j];
            }

            right[row] /= left[row, row];
        }

        return right;
    }

    // Leaders leave, then every vacant seat, the new ones too, is filled.
    private double Step(int from, int to) =>
        Enumerable.Range(0, Math.Min(from, to) + 1).Sum(stay => Binomial(from, stay, 1 - leaving) * Binomial(n - stay, to - stay, filling));

    private static double Binomial(int trials, int successes, double probability)
    {
        var value = Math.Pow(probability, successes) * Math.Pow(1 - probability, trials - successes);
        for (var k = 1; k <= successes; k++)
        {
            value *= (double)(trials - successes + k) / k;
        }

        return value;
    }
}
