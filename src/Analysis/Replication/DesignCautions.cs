using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Experiments.Plans;

namespace LeadershipSim.Analysis.Replication;

/// <summary>Doubts that follow from the points of a design.</summary>
public static class DesignCautions
{
    /// <summary>Whether points repeat others.</summary>
    /// <param name="plan">The plan.</param>
    public static Caution? Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.PointsRepeated == 0 ? null : new(CautionKind.RepeatedPoints, "", Invariant($"{plan.PointsRepeated} points of the design repeat others and are run once, as the same runs twice are no more evidence. Weights of levels and distributions of whole numbers do not hold among the {plan.Points.Count} that are left: read results by design point, not pooled, or give a factor values between."));
    }
}
