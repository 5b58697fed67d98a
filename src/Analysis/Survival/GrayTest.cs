using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// Gray's test of equal cumulative incidences of one cause in k groups. The scores Σ (1 − F(t−))^ρ (dN_k − R_k dF/(1 − F)) compare
/// hazards of the subdistribution, with R_k = n_k (1 − F_k(t−))/S_k(t−) the number still at risk had the others' causes not removed
/// anybody.
/// </summary>
/// <remarks>
/// Gray (1988), https://doi.org/10.1214/aos/1176350951; the variance treats ties as R's cmprsk does. Groups with equal hazards of a
/// cause can differ in its incidence, because another cause is commoner in one: compare both.
/// </remarks>
/// <param name="Cause">The cause.</param>
/// <param name="Groups">Groups in natural order.</param>
/// <param name="Test">The test; null where it does not exist.</param>
/// <param name="Reason">Why the test does not exist; empty when it does.</param>
public sealed record GrayTest(int Cause, IReadOnlyList<string> Groups, ChiSquareTest? Test, string Reason)
{
    /// <summary>Tests one cause.</summary>
    /// <param name="observations">The observations; at least two groups. Strata are tested within.</param>
    /// <param name="cause">Number of the cause, from 1.</param>
    /// <param name="rho">ρ; 0 weights all times alike.</param>
    /// <exception cref="ArgumentException">An observation is not valid, or there are fewer than two groups.</exception>
    public static GrayTest Of(IReadOnlyCollection<Lifetime> observations, int cause, double rho = 0)
    {
        ObservationChecks.CheckComparable(observations, nameof(observations));
        ArgumentOutOfRangeException.ThrowIfLessThan(cause, 1);
        string[] groups = [.. observations.Select(o => o.Group).Distinct().Order(GroupOrder.Natural)];
        if (observations.Any(o => o.Entry > 0))
        {
            return new(cause, groups, null, "It needs subjects observed from the origin on, and some enter late. Compare hazards with the log-rank test.");
        }

        var score = Vector<double>.Build.Dense(groups.Length);
        var variance = Matrix<double>.Build.Dense(groups.Length, groups.Length);
        foreach (var stratum in observations.GroupBy(o => o.Stratum))
        {
            var sums = new SubdistributionScore(groups, [.. stratum], cause, rho);
            score += sums.Score;
            variance += sums.Variance;
        }

        // The scores sum to 0: the last group is left out.
        var free = groups.Length - 1;
        return SymmetricSystem.Factor(variance.SubMatrix(0, free, 0, free)) is { } factor
            ? new(cause, groups, new ChiSquareTest(score.SubVector(0, free).DotProduct(factor.Solve(score.SubVector(0, free))), free), "")
            : new(cause, groups, null, "The scores have no variance: the cause does not occur, or only where a single group is at risk.");
    }
}
