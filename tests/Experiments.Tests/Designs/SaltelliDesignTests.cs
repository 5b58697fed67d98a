using LeadershipSim.Experiments.Designs;

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
