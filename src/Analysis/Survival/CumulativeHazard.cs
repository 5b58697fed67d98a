namespace LeadershipSim.Analysis.Survival;

/// <summary>The cumulative hazard of one group.</summary>
/// <param name="Group">The group; empty when there is one.</param>
/// <param name="Count">Number of observations.</param>
/// <param name="Rows">One row per distinct time, in order.</param>
public sealed record CumulativeHazard(string Group, int Count, IReadOnlyList<CumulativeHazardRow> Rows);

/// <summary>A cumulative hazard at one distinct time.</summary>
/// <param name="Time">Time, in ticks.</param>
/// <param name="AtRisk">Observations at risk just before this time.</param>
/// <param name="Events">Events at this time.</param>
/// <param name="Hazard">H(t).</param>
/// <param name="StandardError">Standard error of H(t).</param>
public sealed record CumulativeHazardRow(double Time, int AtRisk, int Events, double Hazard, double StandardError);

/// <summary>How tied events add to a cumulative hazard.</summary>
public enum CumulativeHazardTies
{
    /// <summary>d/n: the events of a tick belong to one moment.</summary>
    Together,

    /// <summary>1/n + 1/(n − 1) + ...: they followed one another within the tick.</summary>
    Split,
}
