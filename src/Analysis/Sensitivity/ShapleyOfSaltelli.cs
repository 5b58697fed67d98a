using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Shapley effects from Saltelli's design with few factors: c(u) is the covariance of two rows that share the factors of u and no
/// others. Rows B and AB_i share i, A and AB_i all but i, AB_i and AB_j all but both; with second order, AB_i and BA_j share i and j.
/// So all sets are there for up to 4 factors, with second order for up to 5.
/// </summary>
/// <remarks>
/// The covariance of two runs that share factors is Sobol' (2001), https://doi.org/10.1016/S0378-4754(00)00270-6; the effects Owen (2014),
/// https://doi.org/10.1137/130936233. Assumes independent factors. Where the rows of a base point share their random numbers, chance counts as
/// shared by every set.
/// </remarks>
public static class ShapleyOfSaltelli
{
    private const string Estimator = "closed Sobol' indices of all sets of factors from pairs of rows of Saltelli's design: factors independent";

    /// <summary>Why effects cannot be had from a layout; null if they can.</summary>
    public static string? Refusal(SaltelliLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var most = layout.SecondOrder ? 5 : 4;
        return layout.Factors.Count <= most ? null
            : Invariant($"Saltelli's design{(layout.SecondOrder ? "" : " without second order")} has pairs of rows for all sets of up to {most} factors, and there are {layout.Factors.Count}.");
    }

    /// <summary>The effects on an output.</summary>
    /// <param name="layout">Where the rows stand.</param>
    /// <param name="output">The output of every run.</param>
    /// <param name="settings">How to resample base rows, and replicates within them, for intervals.</param>
    /// <exception cref="IncompleteDesignException">Runs are missing or failed.</exception>
    public static ShapleyResult Of(SaltelliLayout layout, OutputSample output, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        if (Refusal(layout) is { } refusal)
        {
            return ShapleyEffects.None(output.Name, layout.Factors, 0, Estimator, refusal);
        }

        var values = output.Complete("Shapley effects", layout.Points);
        var pairs = Enumerable.Range(0, 1 << layout.Factors.Count).Select(set => PairsOf(layout, set)).ToArray();
        var effects = new TwoLevelBootstrap(values, layout.RowsPerBasePoint, output.Sharing, settings)
            .Of((_, means) => ShapleyEffects.Of(Closed(layout, pairs, means)));
        var variance = Closed(layout, pairs, TwoLevelBootstrap.Means(values))[^1];
        return new(
            output.Name,
            [.. layout.Factors.Select((f, i) => new ShapleyFactor(f, effects[i]))],
            variance,
            Estimator,
            effects[0] is null ? "The output is the same at every row of A and B: there is no variance to share out." : "");
    }

    private static double[] Closed(SaltelliLayout layout, (int First, int Second)[][] pairs, double[] means)
    {
        var rows = layout.RowsPerBasePoint;
        var centre = means.Average();
        var closed = new double[pairs.Length];
        for (var set = 1; set < pairs.Length; set++)
        {
            var sum = 0.0;
            for (var start = 0; start < means.Length; start += rows)
            {
                foreach (var (first, second) in pairs[set])
                {
                    sum += (means[start + first] - centre) * (means[start + second] - centre);
                }
            }

            closed[set] = sum / (layout.BasePoints * pairs[set].Length);
        }

        // Rounding of a constant is no variance.
        closed[^1] = closed[^1] > 1e-28 * centre * centre ? closed[^1] : double.NaN;
        return closed;
    }

    // Every pair of rows whose shared factors are exactly the set; the whole set is each row with itself.
    private static (int First, int Second)[] PairsOf(SaltelliLayout layout, int set)
    {
        var (k, rows) = (layout.Factors.Count, layout.RowsPerBasePoint);
        var all = (1 << k) - 1;
        var fromB = Enumerable.Range(0, rows)
            .Select(row => row == 0 ? 0 : row == layout.B ? all : row <= k ? 1 << (row - 1) : all ^ (1 << (row - k - 1))).ToArray();
        return
        [
            .. from i in Enumerable.Range(0, rows)
               from j in Enumerable.Range(i, rows - i)
               where (i != j || set == all) && (all ^ fromB[i] ^ fromB[j]) == set
               select (i, j),
        ];
    }
}
