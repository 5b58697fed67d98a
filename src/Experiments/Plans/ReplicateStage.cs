namespace LeadershipSim.Experiments.Plans;

/// <summary>Replicates that are run one after the other, of the same design points.</summary>
/// <param name="Until">Replicate before which the stage ends; it starts where the stage before it ended, the first at 0.</param>
/// <param name="Points">Its design points in ascending order; null: all.</param>
public sealed record ReplicateStage(int Until, IReadOnlyList<int>? Points = null);
