using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>What runs say about one arm compared with another.</summary>
public enum OutlivingVerdict
{
    /// <summary>More by at least what matters, and the whole interval lies above 0.</summary>
    Better,

    /// <summary>Less by at least what matters, and the whole interval lies below 0.</summary>
    Worse,

    /// <summary>The interval holds 0, or the difference is smaller than what matters.</summary>
    NoDifferenceShown,

    /// <summary>There is no interval: too few runs or clusters.</summary>
    NotEstimable,
}

/// <summary>Judges differences.</summary>
public static class Verdicts
{
    /// <summary>The verdict on a difference, first minus second, of a quantity of which more is better.</summary>
    /// <param name="difference">The difference with its interval; null if absent.</param>
    /// <param name="meaningful">Smallest difference that matters, in the quantity's unit; at least 0.</param>
    public static OutlivingVerdict Of(Interval? difference, double meaningful) => difference switch
    {
        null or { Lower: double.NaN } => OutlivingVerdict.NotEstimable,
        { Lower: > 0 } when difference.Estimate >= meaningful => OutlivingVerdict.Better,
        { Upper: < 0 } when difference.Estimate <= -meaningful => OutlivingVerdict.Worse,
        _ => OutlivingVerdict.NoDifferenceShown,
    };
}
