namespace LeadershipSim.Analysis.Calibration;

/// <summary>A parameter before and after the data.</summary>
/// <param name="Path">Its path.</param>
/// <param name="PriorLower95">2.5 % quantile of its prior.</param>
/// <param name="PriorMedian">Median of its prior.</param>
/// <param name="PriorUpper95">97.5 % quantile of its prior.</param>
/// <param name="Posterior">What the posterior says.</param>
public sealed record CalibratedParameter(string Path, double PriorLower95, double PriorMedian, double PriorUpper95, PosteriorSummary Posterior);
