namespace LeadershipSim.Analysis.Calibration;

/// <summary>What was observed of a statistic, and what the model makes of it before and after the data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Observed">The observed value.</param>
/// <param name="PriorLeast">Least value simulated in the first population; null when it never existed.</param>
/// <param name="PriorGreatest">Greatest value simulated in the first population.</param>
/// <param name="ShareMissing">Share of all simulations in which the statistic does not exist.</param>
/// <param name="Mean">Mean over draws from the posterior, simulated again; null when there are none.</param>
/// <param name="Lower95">2.5 % quantile of these.</param>
/// <param name="Upper95">97.5 % quantile of these.</param>
public sealed record CalibratedStatistic(
    string Name, double Observed, double? PriorLeast, double? PriorGreatest, double ShareMissing, double? Mean, double? Lower95, double? Upper95);
