using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Fitting;

/// <summary>Where a log-likelihood is largest.</summary>
/// <param name="Coefficients">The coefficients; those in <paramref name="Infinite"/> are on their way.</param>
/// <param name="Likelihood">The likelihood there.</param>
/// <param name="Infinite">Indexes of the coefficients that run off without end: the likelihood is monotone.</param>
internal sealed record NewtonSearch(double[] Coefficients, LogLikelihood Likelihood, IReadOnlyList<int> Infinite)
{
    private const int MostSteps = 100;
    private const int MostHalvings = 30;

    // Steps are measured by what they change between the extremes of a column. Near a maximum they shrink fast; on a monotone
    // likelihood they stay about 1 while the likelihood hardly gains.
    private const double SmallStep = 1e-10;
    private const double EndlessStep = 0.05;
    private const double NoGain = 1e-7;

    /// <summary>Searches from some coefficients on.</summary>
    /// <param name="likelihood">The likelihood at any coefficients.</param>
    /// <param name="coefficients">Where to start.</param>
    /// <param name="ranges">Largest less smallest value of each column.</param>
    public static NewtonSearch From(Func<double[], LogLikelihood> likelihood, double[] coefficients, double[] ranges)
    {
        var start = likelihood(coefficients);
        var current = start;
        for (var step = 0; step < MostSteps; step++)
        {
            if (SymmetricSystem.Factor(current.Information) is not { } factor)
            {
                return new(coefficients, current, Vanished(start.Information, current.Information));
            }

            var (next, found) = Advance(likelihood, coefficients, current, factor.Solve(current.Gradient));
            var gain = found.Value - current.Value;
            var change = next.Select((c, j) => Math.Abs(c - coefficients[j]) * ranges[j]).ToArray();
            (coefficients, current) = (next, found);
            if (change.Max() < SmallStep)
            {
                break;
            }

            if (gain < NoGain * (1 + Math.Abs(current.Value)) && change.Max() > EndlessStep)
            {
                return new(coefficients, current, [.. Enumerable.Range(0, change.Length).Where(j => change[j] > EndlessStep)]);
            }
        }

        return new(coefficients, current, []);
    }

    private static (double[] Coefficients, LogLikelihood Likelihood) Advance(
        Func<double[], LogLikelihood> likelihood, double[] from, LogLikelihood current, Vector<double> direction)
    {
        var scale = 1.0;
        for (var halving = 0; ; halving++)
        {
            var to = from.Select((c, j) => c + (scale * direction[j])).ToArray();
            var found = likelihood(to);
            if (found.Value >= current.Value - (1e-12 * (1 + Math.Abs(current.Value))) || halving == MostHalvings)
            {
                return (to, found);
            }

            scale /= 2;
        }
    }

    // Far out on a monotone likelihood the information about the running coefficients is gone.
    private static int[] Vanished(Matrix<double> start, Matrix<double> end)
    {
        var kept = Enumerable.Range(0, start.RowCount).Select(j => end[j, j] / start[j, j]).ToArray();
        return [.. Enumerable.Range(0, kept.Length).Where(j => kept[j] <= Math.Max(1e-6, kept.Min()))];
    }
}
