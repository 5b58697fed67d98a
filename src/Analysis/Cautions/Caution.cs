namespace LeadershipSim.Analysis.Cautions;

/// <summary>A reason to doubt a result.</summary>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Subject">Which result it is about, in words; empty for all of them.</param>
/// <param name="Message">The reason and what to do, in a sentence or two.</param>
public sealed record Caution(CautionKind Kind, string Subject, string Message);
