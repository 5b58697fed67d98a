namespace LeadershipSim.Analysis.Survival;

/// <summary>The estimate at one distinct time.</summary>
/// <param name="Time">Time, in ticks.</param>
/// <param name="AtRisk">Observations at risk just before this time.</param>
/// <param name="Events">Events at this time.</param>
/// <param name="Censored">Observations censored at this time; they are at risk for its events.</param>
/// <param name="Survival">S(t) just after this time.</param>
/// <param name="StandardError">Standard error of S(t), Greenwood's or by cluster; null once S is 0.</param>
/// <param name="Lower">Lower end of the band; null where S is 0, and for log-log bands where S is 1.</param>
/// <param name="Upper">Upper end of the band; null where S is 0, and for log-log bands where S is 1.</param>
public sealed record KaplanMeierRow(
    double Time, int AtRisk, int Events, int Censored, double Survival, double? StandardError, double? Lower, double? Upper);
