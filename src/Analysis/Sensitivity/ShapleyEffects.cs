using System.Numerics;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Shapley effects: Sh_i = Σ_u |u|!(k − |u| − 1)!/k! · (c(u ∪ i) − c(u)) over the sets u of other factors, with c(u) = Var(E(Y | X_u))/Var(Y).
/// Interactions are shared out evenly; the effects add up to 1, also when factors are correlated.
/// </summary>
/// <remarks>
/// Owen (2014), https://doi.org/10.1137/130936233; Song, Nelson and Staum (2016), https://doi.org/10.1137/15M1048070. Exact given c; where c comes from is for
/// <see cref="ShapleyOfFactorial"/>, <see cref="ShapleyOfSaltelli"/> and <see cref="ShapleyOfNeighbours"/> to say.
/// </remarks>
public static class ShapleyEffects
{
    /// <summary>Most factors: the sets of more are too many.</summary>
    public const int MostFactors = 16;

    /// <summary>The effects from all conditional variances.</summary>
    /// <param name="closedVariances">Var(E(Y | X_u)) for each set u, whose bit i says whether factor i is in it: 2^k numbers, the first 0, the last
    /// Var(Y).</param>
    /// <returns>One effect a factor; not a number when the variance is 0.</returns>
    /// <exception cref="ArgumentException">Their number is not 2^k with k from 1 to 16.</exception>
    public static double[] Of(IReadOnlyList<double> closedVariances)
    {
        ArgumentNullException.ThrowIfNull(closedVariances);
        var k = BitOperations.Log2((uint)closedVariances.Count);
        if (closedVariances.Count != 1 << k || k is 0 or > MostFactors)
        {
            throw new ArgumentException(Invariant($"Shapley effects need a variance for each set of 1 to {MostFactors} factors, 2, 4, 8, … numbers, not {closedVariances.Count}."), nameof(closedVariances));
        }

        var effects = new double[k];
        for (var i = 0; i < k; i++)
        {
            for (var set = 0; set < closedVariances.Count; set++)
            {
                if ((set >> i & 1) == 0)
                {
                    effects[i] += WeightOf(BitOperations.PopCount((uint)set), k) * (closedVariances[set | 1 << i] - closedVariances[set]);
                }
            }

            effects[i] /= closedVariances[^1];
        }

        return effects;
    }

    /// <summary>A result with as many null effects as factors.</summary>
    internal static ShapleyResult None(string output, IEnumerable<string> factors, double variance, string estimator, string reason) =>
        new(output, [.. factors.Select(f => new ShapleyFactor(f, null))], variance, estimator, reason);

    // |u|!(k − |u| − 1)!/k! = 1/(k·C(k − 1, |u|)).
    private static double WeightOf(int size, int k)
    {
        var choose = 1.0;
        for (var j = 0; j < size; j++)
        {
            choose *= (k - 1.0 - j) / (j + 1.0);
        }

        return 1 / (k * choose);
    }
}
