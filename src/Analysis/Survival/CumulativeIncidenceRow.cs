namespace LeadershipSim.Analysis.Survival;

/// <summary>A cumulative incidence at one distinct time.</summary>
/// <param name="Time">Time, in ticks.</param>
/// <param name="AtRisk">Observations at risk just before this time.</param>
/// <param name="Events">Events from this cause at this time.</param>
/// <param name="Incidence">Share that has had the event from this cause by this time.</param>
/// <param name="StandardError">Standard error of the share.</param>
/// <param name="Lower">Lower end of the band; null while the share is 0, and for log-log bands once it is 1.</param>
/// <param name="Upper">Upper end of the band; null while the share is 0, and for log-log bands once it is 1.</param>
public sealed record CumulativeIncidenceRow(double Time, int AtRisk, int Events, double Incidence, double StandardError, double? Lower, double? Upper);
