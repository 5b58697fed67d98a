using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Randomness;

public sealed class DrawsTests
{
    private const int Sample = 100_000;

    /// <summary>Both sides of the change of method at mean 10, and the smallest and a large mean.</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(13.7)]
    [InlineData(250)]
    public void Poisson_counts_follow_their_law(double mean)
    {
        var random = new RandomStream(100);
        var last = (int)(mean + (12 * Math.Sqrt(mean)) + 12);
        var probabilities = new double[last + 1];
        var logarithm = -mean;
        for (var k = 0; k <= last; k++)
        {
            probabilities[k] = Math.Exp(logarithm);
            logarithm += Math.Log(mean / (k + 1));
        }

        AssertFits(probabilities, () => new PoissonLaw(mean).Next(ref random));
    }

    [Fact]
    public void Nothing_arises_at_mean_zero()
    {
        var random = new RandomStream(101);
        Assert.Equal(0, new PoissonLaw(0).Next(ref random));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.125)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Geometric_counts_failures_before_the_first_success(double probability)
    {
        var random = new RandomStream(102);
        var probabilities = new double[2000];
        for (var k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] = probability * Math.Pow(1 - probability, k);
        }

        AssertFits(probabilities, () => (int)Draws.Geometric(ref random, probability));
    }

    [Fact]
    public void Certain_and_impossible_success_need_no_draw()
    {
        var (random, untouched) = (new RandomStream(103), new RandomStream(103));
        Assert.Equal(0, Draws.Geometric(ref random, 1));
        Assert.Equal(long.MaxValue, Draws.Geometric(ref random, 0));
        Assert.Equal(untouched.NextBits(), random.NextBits());
    }

    /// <summary>The Beta distributions whose distribution function needs no special function.</summary>
    [Theory]
    [InlineData("uniform", 0.5, 2)]
    [InlineData("arcsine", 0.5, 1)]
    [InlineData("Beta(2,1)", 2 / 3.0, 3)]
    [InlineData("Beta(1,3)", 0.25, 4)]
    [InlineData("Beta(2,2)", 0.5, 4)]
    [InlineData("Beta(1,.2)", 1 / 1.2, 1.2)]
    public void Beta_draws_follow_their_law(string name, double mean, double precision)
    {
        Func<double, double> distribution = name switch
        {
            "uniform" => x => x,
            "arcsine" => x => 2 / Math.PI * Math.Asin(Math.Sqrt(x)),
            "Beta(2,1)" => x => x * x,
            "Beta(1,3)" => x => 1 - Math.Pow(1 - x, 3),
            "Beta(2,2)" => x => x * x * (3 - (2 * x)),
            _ => x => 1 - Math.Pow(1 - x, 0.2),
        };
        var random = new RandomStream(104);
        var sample = Drawn(() => Draws.Beta(ref random, mean, precision));
        Assert.All(sample, x => Assert.InRange(x, 0, 1));
        GoodnessOfFit.AssertDistribution(distribution, sample);
    }

    [Theory]
    [InlineData(0.3, 0.01)]
    [InlineData(0.3, 50)]
    [InlineData(0.3, 1e6)]
    [InlineData(1e-6, 4)]
    public void Beta_draws_have_their_mean_at_every_precision(double mean, double precision)
    {
        var random = new RandomStream(105);
        var sample = Drawn(() => Draws.Beta(ref random, mean, precision));
        Assert.All(sample, x => Assert.InRange(x, 0, 1));
        GoodnessOfFit.AssertMean(mean, Math.Sqrt(mean * (1 - mean) / (1 + precision)), sample.Average(), Sample);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_Beta_mean_at_an_end_is_that_end_for_all(double mean)
    {
        var random = new RandomStream(106);
        Assert.Equal(mean, Draws.Beta(ref random, mean, 4));
    }

    [Fact]
    public void Normal_draws_fall_into_the_deciles_alike()
    {
        // Deciles of the standard normal distribution.
        double[] deciles = [-1.2815515655, -0.8416212336, -0.5244005127, -0.2533471031, 0, 0.2533471031, 0.5244005127, 0.8416212336, 1.2815515655];
        var random = new RandomStream(107);
        var counts = new long[10];
        for (var draw = 0; draw < Sample; draw++)
        {
            var normal = Draws.Normal(ref random);
            counts[deciles.Count(decile => decile < normal)]++;
        }

        GoodnessOfFit.AssertProportions([.. Enumerable.Repeat(0.1, 10)], counts);
    }

    [Fact]
    public void Exponential_draws_follow_their_law()
    {
        var random = new RandomStream(108);
        GoodnessOfFit.AssertDistribution(x => 1 - Math.Exp(-x), Drawn(() => random.NextExponential()));
    }

    [Fact]
    public void Uniform_draws_follow_their_law()
    {
        var random = new RandomStream(109);
        GoodnessOfFit.AssertDistribution(x => (x - 2) / 3, Drawn(() => random.NextUniform(2, 5)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Every_index_is_as_likely(int count)
    {
        var random = new RandomStream(110);
        var counts = new long[count];
        for (var draw = 0; draw < Sample; draw++)
        {
            counts[random.NextIndex(count)]++;
        }

        if (count > 1)
        {
            GoodnessOfFit.AssertProportions([.. Enumerable.Repeat(1.0 / count, count)], counts);
        }
        else
        {
            Assert.Equal(Sample, counts[0]);
        }
    }

    /// <summary>A range of 3·2^29 shows a bias where a multiplication without rejection, or a remainder, would.</summary>
    [Fact]
    public void A_large_range_is_covered_evenly()
    {
        const int Thirds = 1 << 29;
        var random = new RandomStream(111);
        var counts = new long[3];
        for (var draw = 0; draw < Sample; draw++)
        {
            counts[random.NextIndex(3 * Thirds) / Thirds]++;
        }

        GoodnessOfFit.AssertProportions([1 / 3.0, 1 / 3.0, 1 / 3.0], counts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Certain_coins_never_fail(double probability)
    {
        var random = new RandomStream(112);
        for (var draw = 0; draw < 1000; draw++)
        {
            Assert.Equal(probability == 1, random.NextBernoulli(probability));
        }
    }

    private static double[] Drawn(Func<double> draw)
    {
        var sample = new double[Sample];
        for (var k = 0; k < sample.Length; k++)
        {
            sample[k] = draw();
        }

        return sample;
    }

    private static void AssertFits(double[] probabilities, Func<int> draw)
    {
        var counts = new long[probabilities.Length];
        for (var k = 0; k < Sample; k++)
        {
            counts[Math.Min(draw(), counts.Length - 1)]++;
        }

        GoodnessOfFit.AssertCounts(probabilities, counts);
    }
}
