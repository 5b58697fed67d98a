using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>How well one parameter is found again on synthetic data.</summary>
/// <param name="RSquared">1 − MSE/MSE_prior of posterior against prior means of the prior's share: 1 found exactly, 0 no better than the prior.</param>
/// <param name="Coverage50">Share of central 50 % intervals that hold the true value.</param>
/// <param name="Coverage95">Share of central 95 % intervals that hold it.</param>
/// <param name="Ranks">How often the true value had each rank among draws from its posterior; even when posteriors are calibrated.</param>
public sealed record RecoveredParameter(double RSquared, double Coverage50, double Coverage95, IReadOnlyList<int> Ranks);

/// <summary>
/// Recovery and simulation-based calibration: parameters drawn from the prior, data simulated from them, a posterior made of the data.
/// </summary>
/// <remarks>
/// Carrella (2021), https://doi.org/10.18564/jasss.4540 (R²); Talts et al. (2018), https://doi.org/10.48550/arXiv.1804.06788 (ranks).
/// Even ranks do not show that data tell anything: a posterior equal to the prior has them too. R² shows that.
/// </remarks>
public static class RecoveryTest
{
    // Ranks go from 0 to this number of posterior draws: twenty bars.
    private const int DrawsPerRank = 19;

    // Populations of synthetic data are numbered far from those of calibrations, so that no seeds are shared.
    private const int TruthPopulation = 1_000_000;

    /// <summary>Tests a way to make posteriors.</summary>
    /// <param name="problem">Simulator and seed; what was observed is not used.</param>
    /// <param name="datasets">Number of synthetic data sets.</param>
    /// <param name="posterior">Makes the posterior, given the problem with synthetic data in the place of what was observed.</param>
    /// <param name="cancellation">Stops between two simulations.</param>
    /// <returns>One result a parameter.</returns>
    public static IReadOnlyList<RecoveredParameter> Run(
        CalibrationProblem problem, int datasets, Func<CalibrationProblem, PosteriorSample> posterior, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentOutOfRangeException.ThrowIfLessThan(datasets, 1);
        problem.Check();
        var truths = ParticleRunner.FromPrior(problem, TruthPopulation, datasets);
        var data = ParticleRunner.Run(problem, TruthPopulation, truths, 1, cancellation);
        PosteriorSample[] posteriors = [.. data.Select(d => posterior(problem with { Observed = d[0] }))];
        return [.. Enumerable.Range(0, problem.Parameters).Select(k => Of(problem, k, truths, posteriors))];
    }

    private static RecoveredParameter Of(CalibrationProblem problem, int parameter, double[][] truths, PosteriorSample[] posteriors)
    {
        var (error, spread, within50, within95, ranks) = (0.0, 0.0, 0, 0, new int[DrawsPerRank + 1]);
        for (var i = 0; i < truths.Length; i++)
        {
            var (truth, sample) = (truths[i][parameter], posteriors[i].Parameter(parameter));
            error += Math.Pow(sample.Mean - truth, 2);
            spread += Math.Pow(0.5 - truth, 2);
            within50 += truth >= sample.Quantile(0.25) && truth <= sample.Quantile(0.75) ? 1 : 0;
            within95 += truth >= sample.Quantile(0.025) && truth <= sample.Quantile(0.975) ? 1 : 0;
            var (share, random) = (sample.ShareTo(truth), new RandomStream(SplitMix64.Combine(problem.KeyOf(TruthPopulation + 1, i), (ulong)parameter)));
            ranks[Enumerable.Range(0, DrawsPerRank).Count(_ => random.NextUniform() < share)]++;
        }

        return new(1 - (error / spread), (double)within50 / truths.Length, (double)within95 / truths.Length, ranks);
    }
}
