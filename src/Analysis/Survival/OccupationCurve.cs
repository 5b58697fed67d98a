namespace LeadershipSim.Analysis.Survival;

/// <summary>Probabilities to be in each state over time, of one group.</summary>
/// <param name="Group">The group; empty when there is one.</param>
/// <param name="Count">Number of subjects.</param>
/// <param name="States">Names of the states, the order of all lists.</param>
/// <param name="Rows">Time 0 and every time at which a subject moves or is observed last, in order.</param>
public sealed record OccupationCurve(string Group, int Count, IReadOnlyList<string> States, IReadOnlyList<OccupationRow> Rows)
{
    /// <summary>The row that holds at a time: the last at or before it.</summary>
    public OccupationRow At(double time) => Rows.Last(r => r.Time <= Math.Max(0, time));
}

/// <summary>Probabilities to be in each state at one time.</summary>
/// <param name="Time">Time, in ticks.</param>
/// <param name="AtRisk">Subjects observed in each state just before this time.</param>
/// <param name="Probability">Probability of each state; they sum to 1.</param>
/// <param name="StandardError">Standard error of each probability.</param>
public sealed record OccupationRow(double Time, IReadOnlyList<int> AtRisk, IReadOnlyList<double> Probability, IReadOnlyList<double> StandardError);
