using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Replication;

/// <summary>Doubts that follow from how often design points were replicated.</summary>
public static class ReplicationCautions
{
    /// <summary>Whether some design points are known less precisely than was asked for.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="imprecise">How many points are; null where nothing was asked for.</param>
    public static Caution? Of(ExperimentSpec spec, int? imprecise)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return imprecise is not > 0 ? null : new(CautionKind.PrecisionNotReached, "", Invariant($"{imprecise} design points are less precise than their goals after {spec.Replicates} replicates, the maximum; replication.csv says which and by how much. Raise replicates.max, or ask for less."));
    }
}
