using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The runs of one arm, weighted so that its design points count as the design means them to.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Points">The runs by design point; points without runs are left out.</param>
/// <param name="PointWeights">Weight of each point.</param>
/// <param name="Runs">All runs with their weights, heaviest 1.</param>
/// <param name="ClustersAreEnvironments">Whether environments were sampled, so that they, and not replicates, are independent.</param>
public sealed record ArmSample(
    Arm Arm, IReadOnlyList<RunGroup> Points, IReadOnlyList<double> PointWeights, IReadOnlyList<WeightedRun> Runs, bool ClustersAreEnvironments)
{
    /// <summary>The runs of an arm.</summary>
    /// <param name="points">Its design points, each with its weight and the number of its environment.</param>
    /// <param name="clustersAreEnvironments">Whether environments were sampled, so that they, and not replicates, are independent.</param>
    public static ArmSample Of(IReadOnlyList<(RunGroup Group, double Weight, int Environment)> points, bool clustersAreEnvironments)
    {
        ArgumentNullException.ThrowIfNull(points);
        var heaviest = points.Max(p => p.Weight / p.Group.Runs.Count);
        return new(
            points[0].Group.Arm,
            [.. points.Select(p => p.Group)],
            [.. points.Select(p => p.Weight)],
            [
                .. points.SelectMany(p => p.Group.Runs.Select(r => new WeightedRun(
                    r, clustersAreEnvironments ? p.Environment : r.Replicate, p.Weight / p.Group.Runs.Count / heaviest))),
            ],
            clustersAreEnvironments);
    }

    /// <summary>Mean of a quantity over all runs with its 95 % interval; null without runs.</summary>
    public Interval? Mean(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.IsShare ? Totals(quantity).ShareInterval() : Totals(quantity).MeanInterval(0, quantity.Most);
    }

    internal ClusterTotals Totals(Quantity quantity) => ClusterTotals.Of(Runs, quantity.Value);
}
