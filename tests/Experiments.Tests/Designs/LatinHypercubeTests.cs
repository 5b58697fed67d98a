using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Experiments.Tests.Designs;

public sealed class LatinHypercubeTests
{
    public static TheoryData<LatinHypercubeCriterion> Criteria => [.. Enum.GetValues<LatinHypercubeCriterion>()];

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Every_stratum_of_every_factor_holds_one_point(LatinHypercubeCriterion criterion)
    {
        var points = Sample(new LatinHypercube { Points = 60, Criterion = criterion, Seed = 9 }, 4);
        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(Enumerable.Range(0, 60), points.Select(p => (int)(p[k] * 60)).Order());
        }

        Assert.Equal(points, Sample(new LatinHypercube { Points = 60, Criterion = criterion, Seed = 9 }, 4));
        Assert.NotEqual(points, Sample(new LatinHypercube { Points = 60, Criterion = criterion, Seed = 10 }, 4));
    }

    [Fact]
    public void Centered_points_stand_in_the_middle_of_their_strata() =>
        Assert.All(Sample(new LatinHypercube { Points = 10, Criterion = LatinHypercubeCriterion.Centered }, 3).SelectMany(p => p),
            u => Assert.Equal(0.5, (u * 10) % 1, 1e-9));

    [Fact]
    public void Maximin_points_keep_a_greater_least_distance() =>
        Assert.All(Enumerable.Range(0, 5), seed =>
        {
            var (random, spread) = (Least(LatinHypercubeCriterion.Random, seed), Least(LatinHypercubeCriterion.Maximin, seed));
            Assert.True(spread > 1.5 * random, $"seed {seed}: {spread} against {random}");
        });

    [Fact]
    public void Correlation_control_removes_chance_correlations()
    {
        // Independent ranks of 100 points have correlations with standard deviation 0.1.
        Assert.All(Enumerable.Range(0, 10), seed =>
        {
            var controlled = Sample(new LatinHypercube { Points = 100, Criterion = LatinHypercubeCriterion.Correlation, Seed = seed }, 6);
            Assert.All(Pairs(6), pair => Assert.InRange(Spearman(controlled, pair.A, pair.B), -0.08, 0.08));
        });
    }

    [Fact]
    public void Wanted_correlations_are_met()
    {
        var design = new LatinHypercube
        {
            Points = 500,
            Criterion = LatinHypercubeCriterion.Correlation,
            Correlations = [
                new RankCorrelation { First = "x0", Second = "x1", Value = 0.7 }, new RankCorrelation { First = "x2", Second = "x1", Value = -0.5 }],
        };
        var points = Sample(design, 3);

        // The correlation is that of normal scores; of ranks it is 6/pi asin(r/2), at most 0.018 away.
        Assert.Equal(0.7, Spearman(points, 0, 1), 0.03);
        Assert.Equal(-0.5, Spearman(points, 1, 2), 0.03);
        Assert.Equal(0, Spearman(points, 0, 2), 0.03);
    }

    [Fact]
    public void Correlations_that_cannot_be_are_refused()
    {
        LatinHypercube With(params RankCorrelation[] correlations) => new() { Criterion = LatinHypercubeCriterion.Correlation, Correlations = correlations };
        var factors = Cube.Factors(3);
        Assert.Contains("contradict", With(Of("x0", "x1", 0.9), Of("x1", "x2", 0.9), Of("x0", "x2", -0.9)).Refusal(factors)!, StringComparison.Ordinal);
        Assert.Contains("\"x9\"", With(Of("x0", "x9", 0.1)).Refusal(factors)!, StringComparison.Ordinal);
        Assert.Contains("criterion: correlation", new LatinHypercube { Correlations = [Of("x0", "x1", 0.1)] }.Refusal(factors)!, StringComparison.Ordinal);
        Assert.Contains(
            "at most 2000", new LatinHypercube { Points = 3000, Criterion = LatinHypercubeCriterion.Maximin }.Refusal(factors)!, StringComparison.Ordinal);
        Assert.Null(With(Of("x0", "x1", 0.9)).Refusal(factors));

        static RankCorrelation Of(string first, string second, double value) => new() { First = first, Second = second, Value = value };
    }

    [Fact]
    public void Few_points_in_many_factors_are_correlated_as_wanted_or_refused()
    {
        var design = new LatinHypercube { Points = 3, Criterion = LatinHypercubeCriterion.Correlation };
        Assert.Contains("at least 4", design.Refusal(Cube.Factors(2))!, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal(4, Sample(design with { Points = 4, Seed = seed }, 2).Length));
    }

    [Fact]
    public void Weighted_levels_are_drawn_by_their_weights()
    {
        var factor = Cube.Choice("policy", "a", "b", "c") with { Weights = [1, 2, 5] };
        var counts = new LatinHypercube { Points = 800 }.Expand([factor]).CountBy(p => (string)p[0].Value).OrderBy(c => c.Key);
        Assert.Equal([100, 200, 500], counts.Select(c => c.Value));
    }

    private static double[][] Sample(LatinHypercube design, int dimensions) => [.. design.Sample(Cube.Factors(dimensions))];

    private static IEnumerable<(int A, int B)> Pairs(int size) => from a in Enumerable.Range(0, size) from b in Enumerable.Range(0, a) select (a, b);

    private static double Least(LatinHypercubeCriterion criterion, int seed)
    {
        var points = Sample(new LatinHypercube { Points = 30, Criterion = criterion, Seed = seed }, 3);
        return Pairs(30).Min(x => Math.Sqrt(points[x.A].Zip(points[x.B]).Sum(v => (v.First - v.Second) * (v.First - v.Second))));
    }

    private static double Spearman(double[][] points, int a, int b)
    {
        // Strata are ranks: 1 - 6 sum d^2 / (n (n^2 - 1)).
        var n = points.Length;
        var squares = points.Sum(p => Math.Pow((int)(p[a] * n) - (int)(p[b] * n), 2));
        return 1 - (6 * squares / (n * (((double)n * n) - 1)));
    }
}
