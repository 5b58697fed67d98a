using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>A point that the search chose, run in worlds that the search has not seen.</summary>
/// <param name="Rank">Its rank in the search, from 1.</param>
/// <param name="Point">Number of the point.</param>
/// <param name="Outputs">Its outputs: those of the goals, then those of the limits.</param>
public sealed record Finalist(int Rank, int Point, IReadOnlyList<FinalEstimate> Outputs);

/// <summary>An output of a finalist.</summary>
/// <param name="Search">Its mean in the race, by which the finalist was chosen: too good on average.</param>
/// <param name="Confirmed">Its mean in the worlds of the confirmation, with a 95 % interval.</param>
/// <param name="StandardError">Standard error of that mean.</param>
/// <param name="FromBest">Mean difference from the first finalist in the same worlds, with a 95 % interval; null for the first.</param>
public sealed record FinalEstimate(double Search, Interval Confirmed, double StandardError, Interval? FromBest);
