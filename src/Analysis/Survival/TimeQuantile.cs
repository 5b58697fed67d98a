namespace LeadershipSim.Analysis.Survival;

/// <summary>The time by which a share has had the event, with the interval from inverting the confidence band.</summary>
/// <param name="Estimate">The time, in ticks; null when it is not reached.</param>
/// <param name="Lower">Lower end; null when it is not reached.</param>
/// <param name="Upper">Upper end; null when it is not reached.</param>
public sealed record TimeQuantile(double? Estimate, double? Lower, double? Upper);
