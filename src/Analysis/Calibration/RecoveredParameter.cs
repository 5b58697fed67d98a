namespace LeadershipSim.Analysis.Calibration;

/// <summary>How well one parameter is found again on synthetic data.</summary>
/// <param name="RSquared">1 − MSE/MSE_prior of posterior against prior means of the prior's share: 1 found exactly, 0 no better than the prior.</param>
/// <param name="Coverage50">Share of central 50 % intervals that hold the true value.</param>
/// <param name="Coverage95">Share of central 95 % intervals that hold it.</param>
/// <param name="Ranks">How often the true value had each rank among draws from its posterior; even when posteriors are calibrated.</param>
public sealed record RecoveredParameter(double RSquared, double Coverage50, double Coverage95, IReadOnlyList<int> Ranks)
{
    /// <summary>Data sets behind it.</summary>
    public int Datasets => Ranks.Sum();
}
