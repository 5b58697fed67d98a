using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Inference;

/// <summary>Checks confidence levels, and turns them into half-widths of normal intervals.</summary>
internal static class ConfidenceLevel
{
    /// <summary>Half-width of a normal interval with this level, in standard errors.</summary>
    public static double QuantileOf(double level) => level == 0.95 ? NormalQuantile.Quantile975 : Normal.InvCDF(0, 1, 0.5 + (level / 2));

    /// <summary>Throws when a level is not valid.</summary>
    public static void Check(double level, string parameter)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(parameter, level, "A confidence level is a fraction above 0 and below 1, for example 0.95.");
        }
    }
}
