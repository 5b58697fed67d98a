using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Simulation.Randomness;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Tests.Calibration;

/// <summary>
/// Which of two models gave the data: the model is a parameter like others, below one half the first. Posterior probabilities in closed
/// form; tolerances are 4 Monte Carlo standard errors.
/// </summary>
public sealed class ModelChoiceTests
{
    private const int Draws = 40_000;

    // A jar holds vanilla with probability .2, another with .6; the cookie is no vanilla: .8/(.8 + .4).
    [Fact]
    public void Cookie_jars() => Check(2.0 / 3, 0, 0, (model, _, random) => random() < (model == 1 ? 0.2 : 0.6) ? 1 : 0);

    // 2 of 5 successes, under θ ~ Beta(1, 1) and θ ~ Beta(10, 1): marginals 1/6 and C(5, 2) B(12, 4)/B(10, 1) = 10 · (6/32760) · 10.
    [Fact]
    public void A_binomial_with_two_priors()
    {
        const double First = 1.0 / 6, Second = 10 * (6.0 / 32760) * 10;
        Check(First / (First + Second), 2, 0, (model, u, random) =>
        {
            var theta = model == 1 ? u : Math.Pow(u, 0.1);
            return Enumerable.Range(0, 5).Count(_ => random() < theta);
        });
    }

    // N(0, 1/2) and N(1, 1/2) at .7, accepted within .05: the probability of that interval under each.
    [Fact]
    public void Two_normals()
    {
        double Within(double mean) => Normal.CDF(mean, 0.5, 0.75) - Normal.CDF(mean, 0.5, 0.65);
        Check(Within(0) / (Within(0) + Within(1)), 0.7, 0.05, (model, _, random) => Normal.InvCDF(model - 1, 0.5, 1 - random()));
    }

    private static void Check(double expected, double observed, double epsilon, Func<int, double, Func<double>, double> model)
    {
        var problem = new CalibrationProblem
        {
            Parameters = 2,
            Observed = [observed],
            Scales = [1],
            Seed = 20261123,
            Simulate = (position, seed) =>
            {
                var random = new RandomStream(seed);
                return [model(position[0] < 0.5 ? 1 : 2, position[1], () => random.NextUniform())];
            },
        };
        var method = new RejectionSampling(new() { Draws = Draws, Batch = Draws, AcceptedShare = 1, Epsilon = epsilon, Adjusts = false });
        var posterior = method.Posterior(problem, [method.Advance(problem, [], CancellationToken.None)]);
        var found = posterior.Parameter(0).ShareTo(0.5);
        Assert.Equal(expected, found, 4 * Math.Sqrt(expected * (1 - expected) / posterior.Positions.Count));
    }
}
