using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Tests.Designs;

public sealed class SequenceTests
{
    [Fact]
    public void The_Sobol_sequence_is_that_of_Joe_and_Kuo_bit_for_bit() =>
        Assert.Equal(Cube.Reference("sobol_sequence_d12.csv", 1, 12), new SobolSequence { Points = 64, Scramble = Scramble.None }.Sample(12));

    [Fact]
    public void The_Sobol_sequence_agrees_in_256_dimensions()
    {
        double[][] points = [.. new SobolSequence { Points = 4096, Scramble = Scramble.None }.Sample(256)];
        Assert.All(Cube.Reference("sobol_sequence_d256.csv", 0, 3), row => Assert.Equal(row[2], points[(int)row[0]][(int)row[1] - 1]));
    }

    [Fact]
    public void Skipping_leaves_out_the_first_points()
    {
        var all = new SobolSequence { Points = 40, Scramble = Scramble.None }.Sample(5).Skip(13);
        Assert.Equal(all, new SobolSequence { Points = 27, Skip = 13, Scramble = Scramble.None }.Sample(5));
    }

    [Fact]
    public void The_Halton_sequence_agrees_with_scipy()
    {
        var expected = Cube.Reference("halton_d6.csv", 1, 6);
        var actual = new HaltonSequence { Points = 30, Scramble = Scramble.None }.Sample(6).ToArray();
        Assert.All(expected.Zip(actual), pair => Assert.All(pair.First.Zip(pair.Second), v => Assert.Equal(v.First, v.Second, 1e-15)));
    }

    // Owen's scrambling keeps nets: in base 2 each of the 2^(a+b) boxes of 2^-a by 2^-b holds one of 2^(a+b) points of dimensions 1 and 2.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(77)]
    public void Scrambled_Sobol_points_fill_every_elementary_box_once(int seed)
    {
        double[][] points = [.. new SobolSequence { Points = 256, Seed = seed }.Sample(2)];
        for (var a = 0; a <= 8; a++)
        {
            var boxes = points.Select(p => ((int)(p[0] * (1 << a)), (int)(p[1] * (1 << (8 - a))))).Distinct().Count();
            Assert.True(boxes == 256, $"seed {seed}: {boxes} boxes of 2^-{a} by 2^-{8 - a} hold a point");
        }
    }

    [Fact]
    public void Scrambled_points_are_uniform_in_every_dimension_and_differ_by_seed()
    {
        var means = new double[5];
        for (var seed = 0; seed < 400; seed++)
        {
            // The third point, alone, over seeds: uniform has mean 1/2 and standard error 1/sqrt(12 * 400) = 0.0144; the bound is 4.5 of these.
            var point = new SobolSequence { Points = 3, Seed = seed }.Sample(5).Last();
            for (var k = 0; k < 5; k++)
            {
                means[k] += point[k] / 400;
            }
        }

        Assert.All(means, m => Assert.InRange(m, 0.435, 0.565));
    }

    // The integral of the product of (1 + (x - 1/2)/2) is 1. Scrambled nets have an error of order n^-1.5; independent points one of 0.37/sqrt(1024) = 0.0115.
    [Fact]
    public void Scrambled_Sobol_points_integrate_far_better_than_independent_ones()
    {
        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            var mean = new SobolSequence { Points = 1024, Seed = seed }.Sample(6)
                .Average(p => p.Aggregate(1.0, (product, x) => product * (1 + ((x - 0.5) / 2))));
            Assert.InRange(mean, 0.999, 1.001);
        });
    }

    [Fact]
    public void Scrambled_Halton_points_keep_one_point_in_each_stratum()
    {
        int[] bases = [2, 3, 5];
        double[][] points = [.. new HaltonSequence { Points = 900, Seed = 3 }.Sample(3)];
        for (var k = 0; k < 3; k++)
        {
            // 900 is a multiple of 4, 9 and 25.
            var strata = bases[k] * bases[k];
            Assert.All(points.CountBy(p => (int)(p[k] * strata)), c => Assert.Equal(900 / strata, c.Value));
        }
    }

    [Fact]
    public void More_points_begin_with_the_same_ones()
    {
        Assert.Equal(new SobolSequence { Points = 50 }.Sample(3), new SobolSequence { Points = 80 }.Sample(3).Take(50));
        Assert.Equal(new HaltonSequence { Points = 50 }.Sample(3), new HaltonSequence { Points = 80 }.Sample(3).Take(50));
        Assert.Equal(new RandomDesign { Points = 50 }.Sample(3), new RandomDesign { Points = 80 }.Sample(3).Take(50));
    }

    [Fact]
    public void A_distribution_without_bounds_cannot_start_at_the_origin()
    {
        Factor[] factors = [new("x", []) { Distribution = new Experiments.Distributions.Normal() }];
        Assert.Contains("without bounds", new SobolSequence { Scramble = Scramble.None }.Refusal(factors)!, StringComparison.Ordinal);
        Assert.Null(new SobolSequence { Scramble = Scramble.None, Skip = 1 }.Refusal(factors));
        Assert.All(new SobolSequence { Points = 1024 }.Expand(factors), p => Assert.True(double.IsFinite((double)p[0].Value)));
        Assert.Contains("at most 256", new SobolSequence().Refusal(Cube.Factors(257))!, StringComparison.Ordinal);
    }
}
