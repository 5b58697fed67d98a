using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Survival;

/// <summary>The pointwise band around a probability, of survival or of an event.</summary>
/// <param name="Type">The scale on which the band is symmetric.</param>
/// <param name="Level">Confidence level, above 0 and below 1.</param>
internal readonly record struct ConfidenceBand(ConfidenceType Type, double Level)
{
    /// <summary>Half-width of a normal interval, in standard errors.</summary>
    public double HalfWidth => QuantileOf(Level);

    /// <summary>Half-width of a normal interval with this level, in standard errors.</summary>
    public static double QuantileOf(double level) => level == 0.95 ? NormalQuantile.Quantile975 : Normal.InvCDF(0, 1, 0.5 + (level / 2));

    /// <summary>Throws when a level is none.</summary>
    public static void CheckLevel(double level, string parameter)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(parameter, level, "A confidence level is a fraction above 0 and below 1, for example 0.95.");
        }
    }

    /// <summary>The band; null where it does not exist.</summary>
    /// <param name="survival">The probability.</param>
    /// <param name="errorOfLog">Standard error of its logarithm.</param>
    /// <param name="halfWidth"><see cref="HalfWidth"/>, computed once a curve.</param>
    public (double? Lower, double? Upper) Around(double survival, double errorOfLog, double halfWidth)
    {
        if (survival == 0 || (survival == 1 && Type == ConfidenceType.LogLog))
        {
            return (null, null);
        }

        var reach = halfWidth * errorOfLog;
        return Type switch
        {
            ConfidenceType.Plain => (Math.Max(0, survival - (reach * survival)), Math.Min(1, survival + (reach * survival))),
            ConfidenceType.Log => (survival * Math.Exp(-reach), Math.Min(1, survival * Math.Exp(reach))),
            _ => (Math.Pow(survival, Math.Exp(-reach / Math.Log(survival))), Math.Pow(survival, Math.Exp(reach / Math.Log(survival)))),
        };
    }
}
