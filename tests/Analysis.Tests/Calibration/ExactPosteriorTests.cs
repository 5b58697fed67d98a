using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Tests.Calibration;

/// <summary>Problems whose posterior is known in closed form. Tolerances are 4 Monte Carlo standard errors at the effective sample size.</summary>
public sealed class ExactPosteriorTests
{
    private const ulong Seed = 20261123;

    [Fact]
    public void Exact_rejection_of_a_binomial_draws_from_the_beta_posterior()
    {
        // n = 10, y = 7, θ ~ U(0, 1): Beta(8, 4), and every number of successes is equally likely under the prior: 1/11 is accepted.
        var problem = Problem(7, (u, random) => Enumerable.Range(0, 10).Count(_ => random() < u));
        var method = new RejectionSampling(new() { Draws = 40_000, Batch = 10_000, AcceptedShare = 1, Epsilon = 0 });
        var populations = Run(method, problem);
        var accepted = method.Accepted(populations).Count;
        var posterior = method.Posterior(problem, populations).Parameter(0);
        Near(1.0 / 11, accepted / 40_000.0, Math.Sqrt(10.0 / 121 / 40_000));
        Near(8.0 / 12, posterior.Mean, 0.1307441 / Math.Sqrt(accepted));
        Near(0.1307441, posterior.StandardDeviation, 0.1307441 / Math.Sqrt(2 * accepted));
    }

    [Fact]
    public void Regression_adjustment_finds_the_normal_posterior_under_a_wide_tolerance()
    {
        // θ ~ N(0, 1), y | θ ~ N(θ, 1), y = 1: N(1/2, 1/2). Linear with equal spread: the adjustment is exact at any tolerance; the
        // weights leave an effective size of 5/6 of what is accepted (∫k)²/∫k² of Epanechnikov's kernel.
        var problem = Problem(1, (u, random) => Score(u) + Score(random()));
        var method = new RejectionSampling(new() { Draws = 20_000, Batch = 20_000, AcceptedShare = 0.2 });
        var populations = Run(method, problem);
        var posterior = method.Posterior(problem, populations);
        var adjusted = posterior.Parameter(0, Score);
        var size = WeightedSample.EffectiveSize(posterior.Weights);
        Assert.InRange(size, 3000, 4000);
        Near(0.5, adjusted.Mean, Math.Sqrt(0.5 / size));
        Near(Math.Sqrt(0.5), adjusted.StandardDeviation, Math.Sqrt(0.5 / (2 * size)));
        var raw = (method with { Settings = method.Settings with { Adjusts = false } }).Posterior(problem, populations).Parameter(0, Score);
        Assert.True(raw.StandardDeviation > Math.Sqrt(0.5) - 0.02);
    }

    [Fact]
    public void Regression_adjustment_finds_the_gamma_posterior_of_exponential_data()
    {
        // Rate ~ Gamma(2, 1), 5 waiting times of sum 4: Gamma(7, 5), mean 1.4, sd √7/5. A tolerance of 1 % of draws, adjusted.
        double Rate(double u) => Gamma.InvCDF(2, 1, u);
        var problem = Problem(Math.Log(4), (u, random) => Math.Log(Enumerable.Range(0, 5).Sum(_ => -Math.Log(1 - random())) / Rate(u)));
        var method = new RejectionSampling(new() { Draws = 40_000, Batch = 40_000, AcceptedShare = 0.02 });
        var posterior = method.Posterior(problem, Run(method, problem));
        var rates = posterior.Parameter(0, Rate);
        var error = Math.Sqrt(7) / 5 / Math.Sqrt(WeightedSample.EffectiveSize(posterior.Weights));
        Near(1.4, rates.Mean, error);
        Near(Math.Sqrt(7) / 5, rates.StandardDeviation, error);
    }

    public static TheoryData<string, IPopulationMethod> Sequential => new()
    {
        { "apmc", new AdaptivePopulationMonteCarlo(new() { Particles = 2000, LeastAcceptance = 0.03 }) },
        { "smc", new SequentialMonteCarlo(new() { Particles = 1000, SimulationsPerParticle = 20 }) { Epsilon = 0.05 } },
    };

    [Theory]
    [MemberData(nameof(Sequential))]
    [Trait("Speed", "Slow")]
    public void Sequential_methods_find_the_mixture_of_a_wide_and_a_narrow_normal(string name, IPopulationMethod method)
    {
        // Sisson et al. 2007, doi:10.1073/pnas.0607208104: θ ~ U(−10, 10), x ~ ½N(θ, 1) + ½N(θ, 0.1²), x = 0; posterior the same
        // mixture: mean 0, variance .505 + ε²/3 at tolerance ε, P(|θ| < 1) = .8413447 within .01 for ε ≤ .05.
        var problem = Problem(0, (u, random) => ((20 * u) - 10) + (Score(random()) * (random() < 0.5 ? 1 : 0.1))) with { Scales = [1] };
        var populations = Run(method, problem);
        var sample = method.Posterior(problem, populations);
        var theta = sample.Parameter(0, u => (20 * u) - 10);
        var size = populations[^1].EffectiveSize;
        Assert.True(size > 300, $"{name}: {size}");
        Assert.True(populations[^1].Epsilon < 0.1, $"{name}: ε is {populations[^1].Epsilon}");
        Near(0, theta.Mean, 0.7106 / Math.Sqrt(size));
        var within = theta.ShareTo(1) - theta.ShareTo(-1);
        Near(0.8413447, within, Math.Sqrt(0.1335 / size));
        // Kurtosis of the mixture: 3(½ + ½·10⁻⁴)/.505² = 5.88, so that the variance has the error .505√(4.88/n).
        Near(0.505, theta.StandardDeviation * theta.StandardDeviation, 0.505 * Math.Sqrt(4.88 / size));
    }

    [Theory]
    [MemberData(nameof(Sequential))]
    public void Workers_and_a_break_change_no_bit(string name, IPopulationMethod method)
    {
        Assert.NotEmpty(name);
        var problem = Problem(0, (u, random) => u + random());
        var one = Run(method, problem, 3);
        var two = Run(method, problem with { Workers = 2 }, 2);
        two.Add(method.Advance(problem with { Workers = 2 }, [.. two], CancellationToken.None));
        Assert.Equal(one[^1].Particles.Select(p => (p.Position[0], p.Distance, p.Weight)),
            two[^1].Particles.Select(p => (p.Position[0], p.Distance, p.Weight)));
    }

    [Fact]
    public void History_matching_keeps_all_that_is_plausible_and_shrinks()
    {
        // f(u) = sin 3u + u, z = f(0.2), observed with sd 0.02, simulated with sd 0.05: no u with |f(u) − z| < 2 sd may be lost.
        static double F(double u) => Math.Sin(3 * u) + u;
        var problem = Problem(F(0.2), (u, random) => F(u) + (0.05 * Score(random())));
        var method = new HistoryMatching(new() { Points = 40 }) { ObservationVariances = [0.0004] };
        var waves = Run(method, problem, 4);
        var implausibility = method.Implausibility(problem, waves);
        double[] grid = [.. Enumerable.Range(1, 999).Select(k => k / 1000.0)];
        Assert.All(grid.Where(u => Math.Abs(F(u) - F(0.2)) < 0.04), u => Assert.True(implausibility([u]) < 3, $"{u} was ruled out"));
        double[] volumes = [.. Enumerable.Range(0, 4).Select(w => grid.Count(u => method.Implausibility(problem, [.. waves.Take(w)])([u]) < 3) / 999.0)];
        Assert.Equal(1, volumes[0]);
        Assert.Equal(volumes.OrderDescending(), volumes);
        Assert.True(volumes[1] < 0.6 && volumes[3] < volumes[1], string.Join(' ', volumes));
    }

    [Fact]
    public void History_matching_says_when_nothing_agrees()
    {
        var problem = Problem(9, (u, random) => u + (0.01 * random()));
        var method = new HistoryMatching(new() { Points = 20 }) { ObservationVariances = [0.0001] };
        Assert.Contains("no parameter values agree", Assert.Throws<CalibrationException>(() => Run(method, problem, 2)).Message, StringComparison.Ordinal);
    }

    private static double Score(double u) => Normal.InvCDF(0, 1, Math.Clamp(u, 1e-16, 1 - 1e-16));

    private static void Near(double expected, double actual, double standardError) =>
        Assert.True(Math.Abs(actual - expected) < 4 * standardError, $"expected {expected} ± 4 × {standardError}, got {actual} (seed {Seed})");

    private static CalibrationProblem Problem(double observed, Func<double, Func<double>, double> model) => new()
    {
        Parameters = 1,
        Observed = [observed],
        Seed = Seed,
        Simulate = (position, seed) =>
        {
            var random = new RandomStream(seed);
            return [model(position[0], () => random.NextUniform())];
        },
    };

    private static List<Population> Run(IPopulationMethod method, CalibrationProblem problem, int most = 200)
    {
        var populations = new List<Population>();
        while (populations.Count < most && method.ReasonToStop(populations) is null)
        {
            populations.Add(method.Advance(problem, [.. populations], CancellationToken.None));
        }

        return populations;
    }
}
