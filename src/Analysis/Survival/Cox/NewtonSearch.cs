using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival.Cox;

/// <summary>Where the partial likelihood of a Cox model is largest.</summary>
/// <param name="Coefficients">The coefficients; those in <paramref name="Infinite"/> are on their way.</param>
/// <param name="Likelihood">The likelihood there.</param>
/// <param name="Infinite">Indexes of the coefficients that run off without end: the likelihood is monotone.</param>
internal sealed record NewtonSearch(double[] Coefficients, PartialLikelihood Likelihood, IReadOnlyList<int> Infinite)
{
    private const int MostSteps = 60;
    private const int MostHalvings = 30;

    // Steps are measured by what they change between the extremes of a column. Near a maximum the last ones shrink quadratically;
    // on a monotone likelihood they stay about 1 while the likelihood hardly gains.
    private const double SmallStep = 1e-9;
    private const double EndlessStep = 0.05;
    private const double NoGain = 1e-7;

    /// <summary>Searches from coefficients 0 on.</summary>
    public static NewtonSearch From(RiskSets sets, PartialLikelihood start, TiedTimes ties)
    {
        var ranges = Enumerable.Range(0, sets.Columns).Select(j => sets.Covariates.Max(x => x[j]) - sets.Covariates.Min(x => x[j])).ToArray();
        var (coefficients, likelihood) = (new double[sets.Columns], start);
        for (var step = 0; step < MostSteps; step++)
        {
            if (SymmetricSystem.Factor(likelihood.Information) is not { } factor)
            {
                return new(coefficients, likelihood, Vanished(start.Information, likelihood.Information));
            }

            var direction = factor.Solve(likelihood.Gradient);
            var (next, found) = Advance(sets, coefficients, likelihood, direction, ties);
            var gain = found.Value - likelihood.Value;
            var change = next.Select((c, j) => Math.Abs(c - coefficients[j]) * ranges[j]).ToArray();
            (coefficients, likelihood) = (next, found);
            if (change.Max() < SmallStep)
            {
                return new(coefficients, likelihood, []);
            }

            if (gain < NoGain * (1 + Math.Abs(likelihood.Value)) && change.Max() > EndlessStep)
            {
                return new(coefficients, likelihood, [.. Enumerable.Range(0, change.Length).Where(j => change[j] > EndlessStep)]);
            }
        }

        return new(coefficients, likelihood, []);
    }

    private static (double[] Coefficients, PartialLikelihood Likelihood) Advance(
        RiskSets sets, double[] from, PartialLikelihood likelihood, Vector<double> direction, TiedTimes ties)
    {
        var scale = 1.0;
        for (var halving = 0; ; halving++)
        {
            var to = from.Select((c, j) => c + (scale * direction[j])).ToArray();
            var found = PartialLikelihood.At(sets, to, ties);
            if (found.Value >= likelihood.Value - (1e-12 * (1 + Math.Abs(likelihood.Value))) || halving == MostHalvings)
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
