using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Patterns;

/// <summary>Whether a model's result agrees with a pattern.</summary>
public enum PatternVerdict
{
    /// <summary>The whole interval agrees.</summary>
    Inside,

    /// <summary>Nothing of the interval agrees.</summary>
    Outside,

    /// <summary>A part of the interval agrees, or there is no result.</summary>
    Undecided,
}

/// <summary>A pattern, and what the model's runs say.</summary>
/// <param name="Spec">The pattern.</param>
/// <param name="Result">The statistic with its 95 % interval; null where it does not exist.</param>
/// <param name="Runs">Runs that it rests on.</param>
public sealed record PatternResult(PatternSpec Spec, Interval? Result, int Runs)
{
    /// <summary>The verdict.</summary>
    public PatternVerdict Verdict =>
        Result is not { } found ? PatternVerdict.Undecided
        : found.Lower >= Spec.Target.Lower && found.Upper <= Spec.Target.Upper ? PatternVerdict.Inside
        : found.Upper < Spec.Target.Lower || found.Lower > Spec.Target.Upper ? PatternVerdict.Outside
        : PatternVerdict.Undecided;
}
