namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>An index with its interval.</summary>
/// <param name="Value">The index.</param>
/// <param name="Lower">Lower end of its interval; null when it has none.</param>
/// <param name="Upper">Upper end of its interval; null when it has none.</param>
public sealed record IndexEstimate(double Value, double? Lower, double? Upper)
{
    /// <summary>Whether the interval holds 0: such an index, negative ones too, cannot be distinguished from 0.</summary>
    public bool MayBeZero => Lower <= 0 && Upper >= 0;
}
