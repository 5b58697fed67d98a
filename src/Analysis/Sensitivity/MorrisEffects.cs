using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Elementary effects (y' − y)/±Δ of steps of Δ in the unit cube: their mean μ, the mean of their sizes μ*, their standard deviation σ.
/// </summary>
/// <remarks>
/// Morris (1991), https://doi.org/10.2307/1269043; μ* by Campolongo, Cariboni and Saltelli (2007),
/// https://doi.org/10.1016/j.envsoft.2006.10.004. A screening: it ranks factors and does not divide the variance. Chance adds to μ* and σ of every
/// factor, also of those without effect, unless points share their random numbers or replicates are many.
/// </remarks>
public static class MorrisEffects
{
    /// <summary>The effects on an output.</summary>
    /// <param name="layout">What the steps move.</param>
    /// <param name="output">The output of every run.</param>
    /// <param name="settings">How to resample trajectories, and replicates within them, for intervals.</param>
    /// <exception cref="IncompleteDesignException">Runs are missing or failed.</exception>
    public static MorrisResult Of(MorrisLayout layout, OutputSample output, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        var values = output.Complete("the screening by elementary effects", layout.Points);
        var k = layout.Factors.Count;
        var indices = new TwoLevelBootstrap(values, k + 1, output.Sharing, settings).Of((drawn, means) => Moments(layout, drawn, means));
        return new(
            output.Name,
            [.. layout.Factors.Select((f, i) => new MorrisFactor(f, indices[i]!, indices[k + i]!, indices[(2 * k) + i]))],
            layout.Steps.Count,
            values[0].Length);
    }

    private static double[] Moments(MorrisLayout layout, int[] drawn, double[] means)
    {
        var (k, r) = (layout.Factors.Count, drawn.Length);
        var effects = new double[k][];
        for (var i = 0; i < k; i++)
        {
            effects[i] = new double[r];
        }

        for (var t = 0; t < r; t++)
        {
            for (var s = 0; s < k; s++)
            {
                var ((factor, sign), row) = (layout.Steps[drawn[t]][s], (t * (k + 1)) + s);
                effects[factor][t] = sign * (means[row + 1] - means[row]) / layout.Step;
            }
        }

        return
        [
            .. effects.Select(e => e.Average()),
            .. effects.Select(e => e.Average(Math.Abs)),
            .. effects.Select(e => r > 1 ? Math.Sqrt(SampleMoments.Variance(e)) : double.NaN),
        ];
    }
}
