using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// History matching in waves: positions are ruled out where I = max_j |z_j − E_j| / √(V_obs + V_disc + V_emul + V_stoc) reaches 3
/// under the emulators of any wave. A wave simulates positions that are not ruled out yet and fits quadratics to them.
/// </summary>
/// <param name="Settings">Its settings.</param>
/// <remarks>
/// Craig et al. (1997), https://doi.org/10.1007/978-1-4612-2290-3_2; Andrianakis et al. (2015), https://doi.org/10.1371/journal.pcbi.1003968.
/// V_stoc, the noise of a mean of the simulations at a point, is part of the emulator's residual variance, and counted at least as large as
/// the replicates say. What is left is no posterior: it is what has not been ruled out.
/// </remarks>
public sealed record HistoryMatching(HistoryMatchingSettings Settings) : IPopulationMethod
{
    // A search for positions gives up when fewer are left than one in this many.
    private const int MostTriesPerPoint = 20_000;

    /// <summary>Variance of the observed statistics.</summary>
    public required IReadOnlyList<double> ObservationVariances { get; init; }

    /// <summary>Variance of what the model leaves out; null: none.</summary>
    public IReadOnlyList<double>? DiscrepancyVariances { get; init; }

    /// <inheritdoc/>
    public Population Advance(CalibrationProblem problem, IReadOnlyList<Population> before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(before);
        problem.Check(Settings);
        if (ObservationVariances.Count != problem.Observed.Count || (DiscrepancyVariances?.Count ?? problem.Observed.Count) != problem.Observed.Count)
        {
            throw new ArgumentException($"There are {ObservationVariances.Count} variances for {problem.Observed.Count} statistics; history matching needs one for each.");
        }

        var waves = Waves(problem, before);
        var drawn = Enumerable.Range(0, Settings.Points).Select(i => Draw(problem, waves, problem.KeyOf(before.Count, i))).ToList();
        double[][] positions = [.. drawn.Select(d => d.Position)];
        var simulations = ParticleRunner.Run(problem, before.Count, positions, Settings.SimulationsPerPoint, cancellation);
        var scales = before.Count > 0 ? before[0].Scales : SummaryDistance.Scales(problem, [.. simulations.SelectMany(s => s)]);
        return new Population
        {
            Index = before.Count,
            Epsilon = Settings.Cutoff,
            Acceptance = Settings.Points / (double)drawn.Sum(d => (long)d.Tries),
            Simulations = (long)Settings.Points * Settings.SimulationsPerPoint,
            Scales = scales,
            Particles = ParticleRunner.Particles(problem, scales, positions, simulations),
        };
    }

    /// <inheritdoc/>
    public string? ReasonToStop(IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return populations.Count > 1 && populations[^1].Acceptance > Settings.LeastShrinkage * populations[^2].Acceptance
            ? "the last wave ruled out little more" : null;
    }

    /// <summary>
    /// The positions that no wave rules out, all of weight 1. Each wave draws evenly from all that was left before it, so that those of
    /// all waves together lie evenly in what is left.
    /// </summary>
    public PosteriorSample Posterior(CalibrationProblem problem, IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(populations);
        var implausibility = Implausibility(problem, populations);
        return PosteriorSample.Of([.. populations.SelectMany(w => w.Particles).Where(p => implausibility(p.Position) < Settings.Cutoff)]);
    }

    /// <summary>The largest implausibility of a position over all waves; 0 where no emulator could be fitted.</summary>
    public Func<IReadOnlyList<double>, double> Implausibility(CalibrationProblem problem, IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(populations);
        var waves = Waves(problem, populations);
        return position => Of(problem, waves, position);
    }

    private double Of(CalibrationProblem problem,
        IReadOnlyList<(int Statistic, QuadraticEmulator Emulator, double Noise)> waves, IReadOnlyList<double> position)
    {
        var worst = 0.0;
        foreach (var (j, emulator, noise) in waves)
        {
            var (mean, variance) = emulator.At(position);
            var all = ObservationVariances[j] + (DiscrepancyVariances?[j] ?? 0) + Math.Max(variance, noise);
            worst = Math.Max(worst, Math.Abs(problem.Observed[j] - mean) / Math.Sqrt(Math.Max(all, double.Epsilon)));
        }

        return worst;
    }

    private static List<(int Statistic, QuadraticEmulator Emulator, double Noise)> Waves(CalibrationProblem problem, IReadOnlyList<Population> populations) =>
    [
        .. from wave in populations
           from j in Enumerable.Range(0, problem.Observed.Count)
           let points = wave.Particles.Where(p => p.Simulations.All(s => double.IsFinite(s[j]))).ToArray()
           where points.Length > 0
           let emulator = QuadraticEmulator.Fit([.. points.Select(p => p.Position)], [.. points.Select(p => p.Simulations.Average(s => s[j]))])
           where emulator is not null
           select (j, emulator, points.Average(p => NoiseOfMean([.. p.Simulations.Select(s => s[j])]))),
    ];

    private static double NoiseOfMean(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? 0 : values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length;
    }

    private (double[] Position, int Tries) Draw(
        CalibrationProblem problem, IReadOnlyList<(int Statistic, QuadraticEmulator Emulator, double Noise)> waves, ulong key)
    {
        var random = new RandomStream(key);
        var position = new double[problem.Parameters];
        for (var tries = 1; tries <= MostTriesPerPoint; tries++)
        {
            for (var k = 0; k < position.Length; k++)
            {
                position[k] = 1 - random.NextPositiveUniform() + Factor.LeastShare;
            }

            if (Of(problem, waves, position) < Settings.Cutoff)
            {
                return (position, tries);
            }
        }

        throw new CalibrationException($"{MostTriesPerPoint} positions in a row are ruled out: no parameter values agree with what was observed. Look at the discrepancy, or at the statistics that rule most out");
    }
}
