using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Specs;

/// <summary>What to keep of the course of runs.</summary>
/// <param name="EveryTicks">Ticks from one row to the next; the first is tick 0, the founding.</param>
/// <param name="Metrics">What is kept, in the order of the columns.</param>
/// <param name="Replicates">Of how many replicates of each design point, from the first; null: of all.</param>
public sealed record SeriesRequest(int EveryTicks, IReadOnlyList<SeriesMetric> Metrics, int? Replicates);
