using LeadershipSim.Analysis.Inference;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Shapley effects from a full factorial: c(u) is the variance of the means over all points that agree in the factors of u, exact for
/// factors that are independent and take their levels equally often; policies count like any other factor.
/// </summary>
/// <remarks>
/// Owen (2014), https://doi.org/10.1137/130936233. Intervals resample replicates only: the points are all there are. Chance that is left in point means counts
/// as interaction and is shared out evenly: take enough replicates.
/// </remarks>
public static class ShapleyOfFactorial
{
    private const string Estimator = "all conditional variances from the full factorial: levels equally likely, factors independent; intervals by resampling replicates";

    /// <summary>The effects on an output.</summary>
    /// <param name="layout">The full factorial.</param>
    /// <param name="output">The output of every run.</param>
    /// <param name="settings">How to resample replicates.</param>
    /// <exception cref="IncompleteDesignException">Runs are missing or failed.</exception>
    public static ShapleyResult Of(FactorialLayout layout, OutputSample output, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var values = output.Complete("Shapley effects", layout.Points);
        var names = layout.Factors.Select(f => f.Name);
        var means = TwoLevelBootstrap.Means(values);
        var variance = SampleMoments.PopulationVariance(means);
        if (layout.Factors.Count > ShapleyEffects.MostFactors || !(variance > 1e-28 * means.Average(m => m * m)))
        {
            var reason = variance > 0 ? Invariant($"There are {layout.Factors.Count} factors; sets of more than {ShapleyEffects.MostFactors} are too many.") : "The output is the same at every design point.";
            return ShapleyEffects.None(output.Name, names, variance, Estimator, reason);
        }

        var cells = CellsOf(layout);
        var effects = Effects(cells, layout, means);
        var intervals = values[0].Length < 2 ? null : Resample(cells, layout, values, output.Sharing, settings);
        return new(output.Name, [.. names.Select((n, i) => new ShapleyFactor(n, Estimate(effects[i], intervals?[i], settings.Level)))],
            variance, Estimator, "");
    }

    private static IndexEstimate Estimate(double value, double[]? sorted, double level) =>
        sorted is null ? new(value, null, null) : new(value, SampleMoments.Quantile(sorted, (1 - level) / 2), SampleMoments.Quantile(sorted, (1 + level) / 2));

    private static double[][] Resample((int Cells, int[] CellOf)[] cells, FactorialLayout layout,
        double[][] values, ChanceSharing sharing, BootstrapSettings settings)
    {
        var random = new RandomStream(settings.Seed);
        var (means, replicates) = (new double[values.Length], new int[values[0].Length]);
        var results = layout.Factors.Select(_ => new List<double>()).ToArray();
        for (var resample = 0; resample < settings.Resamples; resample++)
        {
            for (var p = 0; p < values.Length; p++)
            {
                for (var r = 0; r < replicates.Length && (p == 0 || sharing == ChanceSharing.None); r++)
                {
                    replicates[r] = random.NextIndex(replicates.Length);
                }

                means[p] = replicates.Average(r => values[p][r]);
            }

            var effects = Effects(cells, layout, means);
            for (var i = 0; i < results.Length && effects.All(double.IsFinite); i++)
            {
                results[i].Add(effects[i]);
            }
        }

        return [.. results.Select(r => r.Order().ToArray())];
    }

    private static double[] Effects((int Cells, int[] CellOf)[] cells, FactorialLayout layout, double[] means)
    {
        var mean = means.Average();
        return ShapleyEffects.Of([.. cells.Select(set =>
        {
            var sums = new double[set.Cells];
            for (var c = 0; c < means.Length; c++)
            {
                sums[set.CellOf[c]] += means[layout.PointAt[c]];
            }

            var size = means.Length / set.Cells;
            return sums.Sum(s => ((s / size) - mean) * ((s / size) - mean)) / set.Cells;
        })]);
    }

    // For each set of factors, in which cell of equal levels each combination lies.
    private static (int Cells, int[] CellOf)[] CellsOf(FactorialLayout layout)
    {
        var k = layout.Factors.Count;
        return
        [
            .. Enumerable.Range(0, 1 << k).Select(set =>
            {
                int[] members = [.. Enumerable.Range(0, k).Where(i => (set >> i & 1) == 1)];
                var cellOf = Enumerable.Range(0, layout.Points)
                    .Select(c => members.Aggregate(0, (at, i) => (at * layout.Levels[i].Count) + layout.LevelAt(c, i))).ToArray();
                return (members.Aggregate(1, (product, i) => product * layout.Levels[i].Count), cellOf);
            }),
        ];
    }
}
