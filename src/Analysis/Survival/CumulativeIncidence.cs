namespace LeadershipSim.Analysis.Survival;

/// <summary>The cumulative incidence of one cause in one group.</summary>
/// <param name="Group">The group; empty when there is one.</param>
/// <param name="Cause">Number of the cause, from 1.</param>
/// <param name="Count">Number of observations in the group.</param>
/// <param name="Rows">One row per distinct time, in order.</param>
public sealed record CumulativeIncidence(string Group, int Cause, int Count, IReadOnlyList<CumulativeIncidenceRow> Rows)
{
    /// <summary>Number of events from the cause.</summary>
    public int Events => Rows.Sum(r => r.Events);

    /// <summary>The row that holds at a time: the last at or before it; null before the first.</summary>
    public CumulativeIncidenceRow? At(double time) => Rows.LastOrDefault(r => r.Time <= time);
}
