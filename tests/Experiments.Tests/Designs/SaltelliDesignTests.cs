using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Tests.Designs;

public sealed class SaltelliDesignTests
{
    [Theory]
    [InlineData("sobol_sample_ishigami_N8_s0.csv", 8, true, 0, -Math.PI, Math.PI)]
    [InlineData("sobol_sample_ishigami_N16_skip16.csv", 16, true, 16, -Math.PI, Math.PI)]
    [InlineData("sobol_sample_ishigami_N64_first.csv", 64, false, 0, -Math.PI, Math.PI)]
    [InlineData("sobol_sample_g3_N32.csv", 32, true, 0, 0.0, 1.0)]
    public void Rows_are_those_of_SALib_in_its_order(string file, int points, bool secondOrder, int skip, double from, double to)
    {
        var factors = Cube.Factors(3, from, to);
        var design = new SaltelliDesign { Points = points, SecondOrder = secondOrder, Skip = skip, Scramble = Scramble.None };
        var expected = Cube.Reference(file, 0, 3);
        var actual = design.Expand(factors).Select(Cube.Numbers).ToArray();
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(expected.Length, design.CountPoints(factors));
        Assert.All(expected.Zip(actual), pair => Assert.All(pair.First.Zip(pair.Second), v => Assert.Equal(v.First, v.Second, 1e-15)));
    }

    // Ishigami with a = 7, b = 0.1 has S1 = 0.3139, 0.4424, 0 and ST = 0.5576, 0.4424, 0.2437 (Ishigami and Homma 1990,
    // doi:10.1109/ISUMA.1990.151285); estimators: Saltelli et al. (2010) and Jansen (1999).
    [Fact]
    public void Scrambled_rows_give_the_Sobol_indices_of_a_function_with_known_ones()
    {
        var design = new SaltelliDesign { Points = 2048, Seed = 11 };
        double[][] blocks = [.. design.Expand(Cube.Factors(3, -Math.PI, Math.PI)).Select(p => Ishigami(Cube.Numbers(p))).Chunk(design.RowsPerBasePoint(3))];
        var mean = blocks.Average(y => (y[0] + y[4]) / 2);
        var variance = blocks.Average(y => (Math.Pow(y[0] - mean, 2) + Math.Pow(y[4] - mean, 2)) / 2);
        Assert.Equal(13.8446, variance, 0.3);
        double[] first = [0.3139, 0.4424, 0], total = [0.5576, 0.4424, 0.2437];
        for (var k = 0; k < 3; k++)
        {
            Assert.Equal(first[k], blocks.Average(y => (y[4] - mean) * (y[1 + k] - y[0])) / variance, 0.03);
            Assert.Equal(total[k], blocks.Average(y => Math.Pow(y[0] - y[1 + k], 2)) / 2 / variance, 0.03);
        }

        static double Ishigami(double[] x) => Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    [Fact]
    public void Neighbouring_rows_exchange_one_factor_between_the_two_base_rows()
    {
        var design = new SaltelliDesign { Points = 64, SecondOrder = true, Seed = 5 };
        foreach (var block in design.Sample(4).Chunk(design.RowsPerBasePoint(4)))
        {
            var (a, b) = (block[0], block[^1]);
            for (var k = 0; k < 4; k++)
            {
                Assert.Equal(a.Select((u, j) => j == k ? b[j] : u), block[1 + k]);
                Assert.Equal(b.Select((u, j) => j == k ? a[j] : u), block[5 + k]);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_seed_as_a_factor_is_exchanged_like_the_others(bool secondOrder)
    {
        var design = new SaltelliDesign { Points = 16, SecondOrder = secondOrder, Noise = PointNoise.SeedAsFactor };
        var rows = design.Sample(3).ToArray();
        var size = design.RowsPerBasePoint(3);
        Assert.Equal(secondOrder ? 10 : 6, size);
        Assert.Equal(16 * size, rows.Length);
        Assert.Equal(rows.Length, design.CountPoints(Cube.Factors(3)));
        for (var first = 0; first < rows.Length; first += size)
        {
            var arms = Enumerable.Range(first, size).Select(k => design.ArmOf(k, 3)!.Value).ToArray();
            var (a, b) = (arms[0], arms[^1]);
            Assert.NotEqual(a, b);
            Assert.Equal(secondOrder ? [a, a, a, a, b, b, b, b, a, b] : [a, a, a, a, b, b], arms);
            Assert.Equal(rows[first], rows[first + 4]);
            Assert.Equal(rows[first + size - 1], rows[first + size - (secondOrder ? 2 : 1)]);
        }

        Assert.Equal(32, Enumerable.Range(0, rows.Length).Select(k => design.ArmOf(k, 3)).Distinct().Count());
    }

    [Theory]
    [InlineData(PointNoise.Seeding, 0)]
    [InlineData(PointNoise.RowCommon, 8)]
    [InlineData(PointNoise.Independent, 8 * 5)]
    public void Points_share_random_numbers_as_the_noise_says(PointNoise noise, int arms)
    {
        var design = new SaltelliDesign { Points = 8, Noise = noise };
        var each = Enumerable.Range(0, 8 * 5).Select(k => design.ArmOf(k, 3)).ToArray();
        Assert.Equal(arms, each.OfType<ulong>().Distinct().Count());
        if (noise == PointNoise.RowCommon)
        {
            Assert.All(each.Chunk(5), row => Assert.Single(row.Distinct()));
        }
    }

    [Fact]
    public void Policies_take_part_as_equally_likely_levels()
    {
        Factor[] factors = [Cube.Choice("policy", "equal", "hoarding", "distributed", "council"), .. Cube.Factors(2)];
        var rows = new SaltelliDesign { Points = 128 }.Expand(factors).Where((_, i) => i % 5 == 0);
        Assert.All(rows.CountBy(r => r[0].Value), c => Assert.Equal(32, c.Value));
    }

    [Fact]
    public void A_number_of_base_points_that_is_no_power_of_two_is_refused_with_the_next_ones() =>
        Assert.Contains("not 1000; take 1024 or 512", new SaltelliDesign { Points = 1000 }.Refusal(Cube.Factors(2))!, StringComparison.Ordinal);
}
