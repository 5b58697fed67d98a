namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>A cumulative baseline hazard at one distinct time.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Time">Time, in ticks.</param>
/// <param name="CumulativeHazard">Λ_0(t) of a subject with all covariates 0.</param>
public sealed record BaselineHazardRow(string Stratum, double Time, double CumulativeHazard);
