using System.Numerics;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Randomness;

public sealed class BernoulliMaskTests
{
    private const ulong Cells = 0xF0F0_0000_0000_010BUL;
    private const int CellCount = 12;

    /// <summary>Both sides of the change of method at .03, and the ends.</summary>
    public static TheoryData<double> Probabilities => [0.002, 0.02, 0.0299, 0.03, 0.1, 1 / 3.0, 0.5, 0.9, 0.999];

    [Theory]
    [MemberData(nameof(Probabilities))]
    public void The_number_of_successes_is_binomial(double probability)
    {
        var random = new RandomStream(120);
        var mask = new BernoulliMask(probability, ref random);
        AssertBinomial(probability, () => mask.Next(Cells, ref random));
    }

    [Theory]
    [MemberData(nameof(Probabilities))]
    public void Coins_for_one_call_are_binomial_too(double probability)
    {
        var random = new RandomStream(121);
        AssertBinomial(probability, () => BernoulliMask.Once(probability, Cells, ref random));
    }

    [Theory]
    [MemberData(nameof(Probabilities))]
    public void Every_cell_succeeds_as_often_and_independently_of_its_neighbour_and_its_past(double probability)
    {
        const int Calls = 50_000;
        var random = new RandomStream(122);
        var mask = new BernoulliMask(probability, ref random);
        var (each, pairs, repeats) = (new long[64], 0L, 0L);
        var before = 0UL;
        for (var call = 0; call < Calls; call++)
        {
            var hits = mask.Next(ulong.MaxValue, ref random);
            for (var cell = 0; cell < 64; cell++)
            {
                each[cell] += (long)(hits >> cell) & 1;
            }

            pairs += BitOperations.PopCount(hits & (hits >> 1));
            repeats += BitOperations.PopCount(hits & before);
            before = hits;
        }

        var deviation = Math.Sqrt(probability * (1 - probability));
        Assert.All(each, hits => GoodnessOfFit.AssertMean(probability, deviation, (double)hits / Calls, Calls));

        // Products of coins: each shares a coin with two others, which at most doubles the variance of their mean.
        var product = probability * probability;
        var pairDeviation = Math.Sqrt(2 * product * (1 - product));
        GoodnessOfFit.AssertMean(product, pairDeviation, pairs / (63.0 * Calls), 63L * Calls);
        GoodnessOfFit.AssertMean(product, pairDeviation, repeats / (64.0 * (Calls - 1)), 64L * (Calls - 1));
    }

    [Fact]
    public void Only_the_given_cells_can_succeed()
    {
        var random = new RandomStream(123);
        foreach (var probability in (double[])[0.05, 0.5, 1])
        {
            var mask = new BernoulliMask(probability, ref random);
            for (var call = 0; call < 1000; call++)
            {
                Assert.Equal(0UL, mask.Next(Cells, ref random) & ~Cells);
            }
        }
    }

    [Fact]
    public void Certain_and_impossible_coins_are_that()
    {
        var random = new RandomStream(124);
        Assert.Equal(Cells, new BernoulliMask(1, ref random).Next(Cells, ref random));
        Assert.Equal(0UL, new BernoulliMask(0, ref random).Next(Cells, ref random));
        Assert.Equal(Cells, BernoulliMask.Once(1, Cells, ref random));
        Assert.Equal(0UL, BernoulliMask.Once(0, Cells, ref random));
    }

    /// <summary>Calls of changing width go across the ends of stocks at every offset: together, their coins are still as many as they should be.</summary>
    [Theory]
    [MemberData(nameof(Probabilities))]
    public void Coins_run_on_from_call_to_call(double probability)
    {
        var random = new RandomStream(125);
        var mask = new BernoulliMask(probability, ref random);
        var (cells, hits) = (0L, 0L);
        for (var call = 0; call < 65 * 2000; call++)
        {
            var width = call * 7 % 65;
            var asked = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
            cells += width;
            hits += BitOperations.PopCount(mask.Next(asked, ref random));
        }

        GoodnessOfFit.AssertMean(probability, Math.Sqrt(probability * (1 - probability)), (double)hits / cells, cells);
    }

    /// <summary>Whoever passes over the cells that fail for certain meets the same coins as who asks for every one.</summary>
    [Theory]
    [MemberData(nameof(Probabilities))]
    public void Cells_that_fail_can_be_passed_over(double probability)
    {
        var (random, same) = (new RandomStream(126), new RandomStream(126));
        var (passing, asking) = (new BernoulliMask(probability, ref random), new BernoulliMask(probability, ref same));
        for (var round = 0; round < 1000; round++)
        {
            var failures = passing.FailuresAhead;
            passing.Skip(failures);
            for (; failures > 0; failures--)
            {
                Assert.Equal(0UL, asking.Next(1, ref same));
            }

            Assert.Equal(asking.Next(Cells, ref same), passing.Next(Cells, ref random));
        }
    }

    private static void AssertBinomial(double probability, Func<ulong> draw)
    {
        const int Calls = 50_000;
        var counts = new long[CellCount + 1];
        for (var call = 0; call < Calls; call++)
        {
            counts[BitOperations.PopCount(draw())]++;
        }

        var probabilities = new double[CellCount + 1];
        var ways = 1.0;
        for (var k = 0; k <= CellCount; k++)
        {
            probabilities[k] = ways * Math.Pow(probability, k) * Math.Pow(1 - probability, CellCount - k);
            ways *= (double)(CellCount - k) / (k + 1);
        }

        GoodnessOfFit.AssertCounts(probabilities, counts);
    }
}
