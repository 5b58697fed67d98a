namespace LeadershipSim.Simulation.Tests.Randomness;

/// <summary>
/// Tests of fit. Seeds are fixed, so that a test passes or fails for good; a right generator would have failed one in 100,000 of
/// the seeds we could have chosen.
/// </summary>
internal static class GoodnessOfFit
{
    // Upper 1e-5 point of the standard normal distribution.
    private const double Normal = 4.2649;

    // Asymptotic upper 1e-5 point of Kolmogorov's D √n: 2 exp(−2 x²) = 1e-5.
    private const double Kolmogorov = 2.4705;

    /// <summary>Pearson's chi-square test. Cells of probability 0 must be empty; the others should expect 5 or more.</summary>
    public static void AssertProportions(ReadOnlySpan<double> probabilities, ReadOnlySpan<long> counts)
    {
        Assert.Equal(probabilities.Length, counts.Length);
        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        var (statistic, degrees) = (0.0, -1);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (probabilities[cell] == 0)
            {
                Assert.True(counts[cell] == 0, $"cell {cell} is impossible but was drawn {counts[cell]} times");
                continue;
            }

            var expected = total * probabilities[cell];
            Assert.True(expected >= 5, $"cell {cell} expects only {expected} draws: take more, or fewer cells");
            statistic += (counts[cell] - expected) * (counts[cell] - expected) / expected;
            degrees++;
        }

        Assert.True(statistic <= ChiSquareLimit(degrees), $"chi-square {statistic} on {degrees} degrees of freedom is above {ChiSquareLimit(degrees)}");
    }

    /// <summary>Pearson's test of counts 0, 1, 2, ...: neighbouring counts are put together until a cell expects at least 10 draws.</summary>
    public static void AssertCounts(double[] probabilities, long[] counts)
    {
        var total = counts.Sum();
        var (cells, observed) = (new List<double> { 0 }, new List<long> { 0 });
        for (var k = 0; k < counts.Length; k++)
        {
            if (cells[^1] * total >= 10)
            {
                cells.Add(0);
                observed.Add(0);
            }

            cells[^1] += probabilities[k];
            observed[^1] += counts[k];
        }

        if (cells.Count > 1 && cells[^1] * total < 10)
        {
            cells[^2] += cells[^1];
            observed[^2] += observed[^1];
            cells.RemoveAt(cells.Count - 1);
            observed.RemoveAt(observed.Count - 1);
        }

        AssertProportions(cells.ToArray(), observed.ToArray());
    }

    /// <summary>Kolmogorov's test against a continuous distribution function.</summary>
    public static void AssertDistribution(Func<double, double> distribution, double[] sample)
    {
        Array.Sort(sample);
        var distance = 0.0;
        for (var k = 0; k < sample.Length; k++)
        {
            var expected = distribution(sample[k]);
            distance = Math.Max(distance, Math.Max(expected - ((double)k / sample.Length), ((k + 1.0) / sample.Length) - expected));
        }

        var limit = Kolmogorov / Math.Sqrt(sample.Length);
        Assert.True(distance <= limit, $"Kolmogorov's distance {distance} is above {limit}");
    }

    /// <summary>A mean of independent draws against its expectation.</summary>
    public static void AssertMean(double expected, double standardDeviation, double mean, long draws)
    {
        var limit = Normal * standardDeviation / Math.Sqrt(draws);
        Assert.True(Math.Abs(mean - expected) <= limit, $"mean {mean} is further than {limit} from {expected}");
    }

    // Wilson and Hilferty's cube-root approximation (1931, doi:10.1073/pnas.17.12.684).
    private static double ChiSquareLimit(int degrees)
    {
        var variance = 2.0 / (9 * degrees);
        return degrees * Math.Pow(1 - variance + (Normal * Math.Sqrt(variance)), 3);
    }
}
