using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Running;

/// <summary>Judges from the runs that are done whether there are enough of them.</summary>
public interface IPrecisionJudge
{
    /// <summary>What the last look found, in the order of the design points.</summary>
    IReadOnlyList<PointPrecision> Points { get; }

    /// <summary>Takes a run in; runs come replicate by replicate.</summary>
    void Observe(RunRow row);

    /// <summary>Looks at the intervals of some design points.</summary>
    /// <param name="replicates">Replicates they have.</param>
    /// <param name="points">The points; null: all.</param>
    void Look(int replicates, IReadOnlyList<int>? points);
}
