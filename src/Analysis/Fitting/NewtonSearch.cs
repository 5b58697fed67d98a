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
        var (current, wanted) = (start, new double[coefficients.Length]);
        for (var step = 0; step < MostSteps; step++)
        {
            if (SymmetricSystem.Factor(current.Information) is not { } factor)
            {
                return WithoutVanished(likelihood, new(coefficients, current, Vanished(start.Information, current.Information)), ranges);
            }

            var direction = factor.Solve(current.Gradient);
            wanted = [.. direction.Select((d, j) => Math.Abs(d) * ranges[j])];
            if (Advance(likelihood, coefficients, current, direction) is not ({ } next, { } found))
            {
                break;
            }

            var gain = found.Value - current.Value;
            var moved = next.Select((c, j) => Math.Abs(c - coefficients[j]) * ranges[j]).Max();
            (coefficients, current) = (next, found);
            if (moved < SmallStep || (gain < NoGain * (1 + Math.Abs(current.Value)) && moved > EndlessStep))
            {
                break;
            }
        }

        // Where numbers end, steps are cut: the whole step tells which coefficients would run on.
        return new(coefficients, current, [.. Enumerable.Range(0, wanted.Length).Where(j => wanted[j] > EndlessStep)]);
    }

    // The others continue from there, the vanished ones held where they are: they may run off too.
    private static NewtonSearch WithoutVanished(Func<double[], LogLikelihood> likelihood, NewtonSearch end, double[] ranges)
    {
        int[] kept = [.. Enumerable.Range(0, ranges.Length).Except(end.Infinite)];
        if (kept.Length == 0 || kept.Length == ranges.Length)
        {
            return end;
        }

        double[] All(double[] some)
        {
            var all = end.Coefficients.ToArray();
            for (var j = 0; j < kept.Length; j++)
            {
                all[kept[j]] = some[j];
            }

            return all;
        }

        LogLikelihood Restricted(double[] some)
        {
            var whole = likelihood(All(some));
            return new(
                whole.Value,
                Vector<double>.Build.Dense(kept.Length, j => whole.Gradient[kept[j]]),
                Matrix<double>.Build.Dense(kept.Length, kept.Length, (j, k) => whole.Information[kept[j], kept[k]]));
        }

        var rest = From(Restricted, [.. kept.Select(j => end.Coefficients[j])], [.. kept.Select(j => ranges[j])]);
        var coefficients = All(rest.Coefficients);
        return new(coefficients, likelihood(coefficients), [.. end.Infinite.Concat(rest.Infinite.Select(j => kept[j])).Order()]);
    }

    // Nothing when no part of the step is finite and no worse.
    private static (double[]? Coefficients, LogLikelihood? Likelihood) Advance(
        Func<double[], LogLikelihood> likelihood, double[] from, LogLikelihood current, Vector<double> direction)
    {
        var scale = 1.0;
        for (var halving = 0; halving <= MostHalvings; halving++)
        {
            var to = from.Select((c, j) => c + (scale * direction[j])).ToArray();
            var found = likelihood(to);
            if (found.IsFinite && found.Value >= current.Value - (1e-12 * (1 + Math.Abs(current.Value))))
            {
                return (to, found);
            }

            scale /= 2;
        }

        return default;
    }

    // Far out on a monotone likelihood the information about the running coefficients is gone.
    private static int[] Vanished(Matrix<double> start, Matrix<double> end)
    {
        var kept = Enumerable.Range(0, start.RowCount).Select(j => end[j, j] / start[j, j]).ToArray();
        return [.. Enumerable.Range(0, kept.Length).Where(j => kept[j] <= Math.Max(1e-6, kept.Min()))];
    }
}
