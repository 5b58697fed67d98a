using LeadershipSim.Analysis.Inference;
using LeadershipSim.Simulation.Randomness;
using StandardNormal = MathNet.Numerics.Distributions.Normal;

namespace LeadershipSim.Analysis.Paired;

/// <summary>Resamples replicates, both arms together, so that what the arms share stays shared.</summary>
/// <remarks>Efron (1987), https://doi.org/10.1080/01621459.1987.10478410; Efron and Tibshirani (1993), https://doi.org/10.1201/9780429246593,
/// chapter 14.</remarks>
internal static class PairedBootstrap
{
    /// <summary>The difference of two arms.</summary>
    public static PairedDifference Of(int pairs, IArmStatistic first, IArmStatistic second, BootstrapSettings settings)
    {
        settings.Check();
        var once = new int[pairs];
        Array.Fill(once, 1);
        var result = new PairedDifference { Pairs = pairs, First = first.Of(once), Second = second.Of(once), Resamples = 0, Level = settings.Level };
        if (result.Difference is not { } difference)
        {
            return result with { Reason = "An arm has no values: there is nothing to compare." };
        }

        if (pairs < 2)
        {
            return result with { Reason = "There is one replicate: an interval needs at least two." };
        }

        double[] resampled = [.. Resample(pairs, first, second, settings)];
        Array.Sort(resampled);
        if (resampled.Length < settings.Resamples / 2)
        {
            return result with { Reason = "In most resamples an arm has no values: there are too few replicates for an interval." };
        }

        var (left1, left2) = (LeaveOneOut(first, once), LeaveOneOut(second, once));
        var tail = (1 - settings.Level) / 2;
        result = result with
        {
            Resamples = resampled.Length,
            StandardError = Math.Sqrt(Variance(resampled)),
            Percentile = new(difference, Quantile(resampled, tail), Quantile(resampled, 1 - tail)),
        };
        return left1 is null || left2 is null
            ? result with { Reason = "A single replicate decides whether an arm has a value: correlation and bias correction do not exist." }
            : WithJackknife(result, difference, resampled, tail, left1, left2);
    }

    private static PairedDifference WithJackknife(PairedDifference result, double difference, double[] resampled, double tail, double[] first, double[] second)
    {
        double[] both = [.. first.Zip(second, (a, b) => a - b)];
        var (variance1, variance2, variance) = (Variance(first), Variance(second), Variance(both));
        var varies = variance > 1e-24 * (1 + (difference * difference));
        var isCorrelated = variance1 > 1e-24 && variance2 > 1e-24;
        return result with
        {
            JackknifeError = (both.Length - 1) * Math.Sqrt(variance / both.Length),
            BiasCorrected = varies ? BiasCorrected(difference, resampled, tail, both) : null,
            Correlation = isCorrelated ? (variance1 + variance2 - variance) / 2 / Math.Sqrt(variance1 * variance2) : null,
            VarianceReduction = varies ? (variance1 + variance2) / variance : null,
            Reason = varies ? "" : "The difference is the same in every replicate: it has no error to estimate.",
        };
    }

    private static IEnumerable<double> Resample(int pairs, IArmStatistic first, IArmStatistic second, BootstrapSettings settings)
    {
        var random = new RandomStream(settings.Seed);
        var times = new int[pairs];
        for (var resample = 0; resample < settings.Resamples; resample++)
        {
            Array.Clear(times);
            for (var draw = 0; draw < pairs; draw++)
            {
                times[random.NextIndex(pairs)]++;
            }

            if (first.Of(times) - second.Of(times) is { } difference)
            {
                yield return difference;
            }
        }
    }

    private static double[]? LeaveOneOut(IArmStatistic arm, int[] times)
    {
        var estimates = new double[times.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = 0;
            var estimate = arm.Of(times);
            times[i] = 1;
            if (estimate is null)
            {
                return null;
            }

            estimates[i] = estimate.Value;
        }

        return estimates;
    }

    // z0 from the share of resamples below the estimate (equal ones count half), a from the skewness of the jackknife.
    private static Interval? BiasCorrected(double difference, double[] resampled, double tail, double[] leftOut)
    {
        var below = resampled.Sum(r => r < difference ? 1 : r == difference ? 0.5 : 0) / resampled.Length;
        if (below is <= 0 or >= 1)
        {
            return null;
        }

        var mean = leftOut.Average();
        var acceleration = leftOut.Sum(v => Math.Pow(mean - v, 3)) / (6 * Math.Pow(leftOut.Sum(v => Math.Pow(mean - v, 2)), 1.5));
        var shift = StandardNormal.InvCDF(0, 1, below);
        double Level(double p)
        {
            var z = shift + StandardNormal.InvCDF(0, 1, p);
            return StandardNormal.CDF(0, 1, shift + (z / (1 - (acceleration * z))));
        }

        return new(difference, Quantile(resampled, Level(tail)), Quantile(resampled, Level(1 - tail)));
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    // R's type 7, as most software has it.
    private static double Quantile(double[] sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }
}
