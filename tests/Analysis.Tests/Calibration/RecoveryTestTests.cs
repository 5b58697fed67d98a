using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Calibration;

public sealed class RecoveryTestTests
{
    private const int Datasets = 400;

    [Fact]
    [Trait("Speed", "Slow")]
    public void Exact_posteriors_cover_as_they_say_and_have_even_ranks()
    {
        // θ ~ U(0, 1), 10 trials: posterior Beta(y + 1, 11 − y), every y equally likely. E Var(θ | y) = Σ(y + 1)(11 − y)/11/(144·13) = 1/72, against 1/12
        // of the prior: R² = 1 − 12/72 = 5/6. Errors: binomial for coverage, 4 of them; χ² of 19 degrees has its 99.9 % quantile at 43.8.
        var method = new RejectionSampling(new() { Draws = 22_000, Batch = 22_000, AcceptedShare = 1, Epsilon = 0 });
        var table = method.Advance(Problem, [], CancellationToken.None);
        var result = RecoveryTest.Run(Problem, Datasets, p => PosteriorOf(p, table), CancellationToken.None).Single();
        Assert.InRange(result.RSquared, (5.0 / 6) - 0.06, (5.0 / 6) + 0.06);
        Assert.InRange(result.Coverage50, 0.4, 0.6);
        Assert.InRange(result.Coverage95, 0.95 - 0.044, 0.95 + 0.044);
        Assert.Equal(Datasets, result.Ranks.Sum());
        Assert.True(result.Ranks.Sum(r => (r - 20.0) * (r - 20) / 20) < 43.8, string.Join(' ', result.Ranks));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void The_prior_as_posterior_learns_nothing_and_overlaps_fully()
    {
        PosteriorSample prior = new([.. Enumerable.Range(0, 1000).Select(i => (IReadOnlyList<double>)[(i + 0.5) / 1000])], [.. Enumerable.Repeat(1.0, 1000)]);
        var result = RecoveryTest.Run(Problem, Datasets, _ => prior, CancellationToken.None).Single();
        Assert.Equal(0, result.RSquared, 1e-9);
        var summary = PosteriorSummary.Of(prior, 0, u => 2 * u);
        Assert.Equal(1, summary.Overlap, 1e-9);
        Assert.Equal(1, summary.Mean, 1e-9);
        Assert.Equal(0.999, summary.Median, 1e-9);
        Assert.Equal((0.049, 1.949), (Math.Round(summary.Lower95, 9), Math.Round(summary.Upper95, 9)));
    }

    private static CalibrationProblem Problem => new()
    {
        Parameters = 1,
        Observed = [5],
        Seed = 7,
        Simulate = (position, seed) =>
        {
            var random = new RandomStream(seed);
            return [Enumerable.Range(0, 10).Count(_ => random.NextUniform() < position[0])];
        },
    };

    // One table of simulations serves all data sets.
    private static PosteriorSample PosteriorOf(CalibrationProblem problem, Population table) =>
        PosteriorSample.Of([.. table.Particles.Where(p => p.Simulations[0][0] == problem.Observed[0])]);
}
