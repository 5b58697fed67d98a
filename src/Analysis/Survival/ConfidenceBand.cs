using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Survival;

/// <summary>The pointwise band around a probability, of survival or of an event.</summary>
/// <param name="Type">The scale on which the band is symmetric.</param>
/// <param name="Level">Confidence level, above 0 and below 1.</param>
internal readonly record struct ConfidenceBand(ConfidenceType Type, double Level)
{
    /// <summary>Half-width of a normal interval, in standard errors.</summary>
    public double HalfWidth => ConfidenceLevel.QuantileOf(Level);

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
