using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Plans;

/// <summary>All runs of an experiment in a fixed order, made one by one as they are asked for: memory does not grow with their number.</summary>
public abstract class RunPlan
{
    /// <summary>The design points.</summary>
    public abstract IReadOnlyList<DesignPoint> Points { get; }

    /// <summary>What is kept of runs beside their outputs.</summary>
    public virtual RunOutputs Outputs => RunOutputs.None;

    /// <summary>What runs can report.</summary>
    public virtual ModelCatalog Model => ModelCatalog.Standard;

    /// <summary>Number of runs.</summary>
    public abstract long Count { get; }

    /// <summary>The run at a position 0..Count−1.</summary>
    public abstract PlannedRun this[long index] { get; }
}
