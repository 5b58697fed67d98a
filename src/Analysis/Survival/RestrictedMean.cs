namespace LeadershipSim.Analysis.Survival;

/// <summary>A mean time up to a limit, ∫_0^τ S(t) dt.</summary>
/// <param name="Tau">τ, the limit, in ticks.</param>
/// <param name="Value">The mean, in ticks.</param>
/// <param name="StandardError">Its standard error, in ticks; 0 when nothing happens before τ.</param>
public sealed record RestrictedMean(double Tau, double Value, double StandardError);
