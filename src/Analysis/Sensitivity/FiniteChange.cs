using System.Numerics;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Finite-change indices over rules and policies: from all 2^k combinations of baseline and alternative, φ_u = Σ_{v ⊆ u} (−1)^(|u| − |v|) f(v), the
/// change by exactly the factors of u together; first order φ_i, total Σ_{u ∋ i} φ_u, and interaction, the total less the first order. All φ add up
/// to the whole change.
/// </summary>
/// <remarks>
/// Borgonovo (2010), https://doi.org/10.1016/j.ejor.2009.12.023; for agent-based models Borgonovo et al. (2022),
/// https://doi.org/10.1007/s10588-021-09358-5. Each index is a sum over points of one replicate, so that its interval is that of a mean over
/// replicates (Student's t), whether or not points share random numbers. They are about these two levels of each factor and no others: with
/// another baseline they differ.
/// </remarks>
public static class FiniteChange
{
    /// <summary>Most factors: the sets of more are too many.</summary>
    public const int MostFactors = 12;

    /// <summary>The indices of an output.</summary>
    /// <param name="layout">The full factorial.</param>
    /// <param name="output">The output of every run.</param>
    /// <param name="alternatives">For each factor which of its levels, from 1, is the alternative; its level 0 is the baseline.</param>
    /// <param name="level">Confidence level of the intervals.</param>
    /// <exception cref="ArgumentException">There is no such level, or there are more than 12 factors.</exception>
    /// <exception cref="IncompleteDesignException">Runs are missing or failed.</exception>
    public static FiniteChangeResult Of(FactorialLayout layout, OutputSample output, IReadOnlyList<int> alternatives, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(alternatives);
        var k = layout.Factors.Count;
        if (k > MostFactors || alternatives.Count != k || Enumerable.Range(0, k).Any(i => alternatives[i] < 1 || alternatives[i] >= layout.Levels[i].Count))
        {
            throw new ArgumentException(Invariant($"Finite changes are of at most {MostFactors} factors, each from its first level to another it has."), nameof(alternatives));
        }

        var values = output.Complete("finite changes", layout.Points);
        double[][] corners = [.. Enumerable.Range(0, 1 << k)
            .Select(set => values[layout.PointAt[layout.CombinationOf([.. alternatives.Select((a, i) => (set >> i & 1) == 1 ? a : 0)])]])];
        var changes = Effects(corners);
        IndexEstimate Sum(Func<int, bool> isIn) => MeanInterval.Of(Add(changes, isIn), level);
        FiniteChangeFactor FactorAt(int i) => new(
            layout.Factors[i].Name,
            layout.Levels[i][0],
            layout.Levels[i][alternatives[i]],
            Sum(set => set == 1 << i),
            Sum(set => set != 1 << i && (set >> i & 1) == 1),
            Sum(set => (set >> i & 1) == 1));
        return new(
            output.Name,
            Sum(set => set != 0),
            Sum(set => set == 0),
            [.. Enumerable.Range(0, k).Select(FactorAt)],
            [
                .. Enumerable.Range(0, 1 << k).Where(set => BitOperations.PopCount((uint)set) > 1)
                    .OrderBy(set => BitOperations.PopCount((uint)set)).ThenBy(set => set)
                    .Select(set => new FiniteChangeInteraction([.. Enumerable.Range(0, k).Where(i => (set >> i & 1) == 1)
                        .Select(i => layout.Factors[i].Name)], MeanInterval.Of(changes[set], level))),
            ],
            values[0].Length);
    }

    // Möbius inversion, factor by factor; by replicate.
    private static double[][] Effects(double[][] corners)
    {
        double[][] effects = [.. corners.Select(c => (double[])c.Clone())];
        for (var bit = 1; bit < effects.Length; bit <<= 1)
        {
            for (var set = 0; set < effects.Length; set++)
            {
                for (var r = 0; (set & bit) != 0 && r < effects[set].Length; r++)
                {
                    effects[set][r] -= effects[set ^ bit][r];
                }
            }
        }

        return effects;
    }

    private static double[] Add(double[][] changes, Func<int, bool> isIn)
    {
        var sums = new double[changes[0].Length];
        for (var set = 0; set < changes.Length; set++)
        {
            for (var r = 0; isIn(set) && r < sums.Length; r++)
            {
                sums[r] += changes[set][r];
            }
        }

        return sums;
    }

}
