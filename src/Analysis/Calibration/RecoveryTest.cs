using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Calibration;

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
    /// <param name="datasets">Number of synthetic data sets; those in which a statistic does not exist, or nothing is accepted, are left out.</param>
    /// <param name="posterior">Makes the posterior, given the problem with synthetic data in the place of what was observed and a seed of its own.</param>
    /// <param name="cancellation">Stops between two simulations.</param>
    /// <returns>One result a parameter.</returns>
    /// <exception cref="CalibrationException">No data set is left.</exception>
    public static IReadOnlyList<RecoveredParameter> Run(
        CalibrationProblem problem, int datasets, Func<CalibrationProblem, PosteriorSample> posterior, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentOutOfRangeException.ThrowIfLessThan(datasets, 1);
        problem.Check();
        var truths = ParticleRunner.FromPrior(problem, TruthPopulation, datasets);
        var data = ParticleRunner.Run(problem, TruthPopulation, truths, 1, cancellation);
        var found = new List<(double[] Truth, PosteriorSample Posterior)>();
        foreach (var i in Enumerable.Range(0, datasets).Where(i => data[i][0].All(double.IsFinite)))
        {
            var sample = posterior(problem with { Observed = data[i][0], Seed = SplitMix64.Combine(problem.Seed, (ulong)i) });
            if (sample.Weights.Sum() > 0)
            {
                found.Add((truths[i], sample));
            }
        }

        return found.Count > 0
            ? [.. Enumerable.Range(0, problem.Parameters).Select(k => Of(problem, k, [.. found.Select(f => f.Truth)], [.. found.Select(f => f.Posterior)]))]
            : throw new CalibrationException("no synthetic data set has all statistics and draws near to it: take statistics that every program has, or more runs per simulation");
    }

    /// <summary>Between which counts a rank lies in 99 of 100 cases when ranks are even.</summary>
    /// <param name="datasets">Number of data sets.</param>
    public static (int Low, int High) EvenRanks(int datasets) => Band99(datasets, 1.0 / (DrawsPerRank + 1));

    /// <summary>Between which counts 99 of 100 binomial counts lie.</summary>
    /// <param name="trials">Number of trials.</param>
    /// <param name="probability">Probability of each.</param>
    public static (int Low, int High) Band99(int trials, double probability)
    {
        var binomial = new Binomial(probability, trials);
        int Quantile(double share) => Enumerable.Range(0, trials + 1).First(k => k == trials || binomial.CumulativeDistribution(k) >= share);
        return (Quantile(0.005), Quantile(0.995));
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
