namespace LeadershipSim.Analysis.Inference;

/// <summary>An estimate with its 95 % interval.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record Interval(double Estimate, double Lower, double Upper);
