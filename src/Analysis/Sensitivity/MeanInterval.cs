using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>The mean of replicates with Student's interval.</summary>
internal static class MeanInterval
{
    /// <summary>The mean; without an interval for a single value.</summary>
    public static IndexEstimate Of(IReadOnlyList<double> values, double level)
    {
        var mean = values.Average();
        if (values.Count < 2)
        {
            return new(mean, null, null);
        }

        var halfWidth = StudentT.InvCDF(0, 1, values.Count - 1, 0.5 + (level / 2)) * Math.Sqrt(SampleMoments.Variance(values) / values.Count);
        return new(mean, mean - halfWidth, mean + halfWidth);
    }
}
