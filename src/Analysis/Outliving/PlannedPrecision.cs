using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using StudentT = MathNet.Numerics.Distributions.StudentT;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>How precise an experiment can be expected to be before it is run: bounds that no result can exceed.</summary>
/// <remarks>
/// Means of n independent clusters whose values lie between 0 and H have a standard deviation of at most H/2 (Popoviciu 1935), so their
/// 95 % interval reaches at most t·H/(2√n). A difference m is shown with the power 0.8 if the standard deviation of the clusters' paired
/// differences is at most m√n/(z₀.₉₇₅ + z₀.₈); common random numbers are there to make it small.
/// </remarks>
/// <param name="Clusters">What is independent: environments where they are a sample, else replicates; of a growing plan the least number.</param>
/// <param name="AreEnvironments">Whether these are environments.</param>
/// <param name="ShareHalfWidth">Most that the interval of a share reaches from its middle; NaN with one cluster.</param>
/// <param name="TicksHalfWidth">Most that the interval of expected ticks reaches from its middle; NaN with one cluster.</param>
/// <param name="MostDeviation">
/// Standard deviation of paired differences, in ticks, up to which the smallest difference that matters is shown with the power 0.8.
/// </param>
public sealed record PlannedPrecision(int Clusters, bool AreEnvironments, double ShareHalfWidth, double TicksHalfWidth, double MostDeviation)
{
    // Of a two-sided 95 % interval, and the quantile .8 of the normal distribution.
    private const double UpperTail = 0.975;
    private const double Power = 0.8416212335729143;

    /// <summary>The precision that a plan promises.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="plan">Its plan.</param>
    public static PlannedPrecision Of(ExperimentSpec spec, ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(plan);
        var environments = plan.Points.Select(p => p.Environment ?? p.Index).Distinct().Count();
        var areEnvironments = StudyPoints.IsSample(spec.Design) && environments > 1;
        return Of(areEnvironments ? environments : spec.Replication?.Min ?? spec.Replicates,
            areEnvironments, plan.Points.Min(p => p.Scenario.HorizonTicks), spec.Meaningful);
    }

    internal static PlannedPrecision Of(int clusters, bool areEnvironments, int horizonTicks, double meaningful)
    {
        var root = Math.Sqrt(clusters);
        var reach = clusters < 2 ? double.NaN : StudentT.InvCDF(0, 1, clusters - 1, UpperTail);
        return new(
            clusters,
            areEnvironments,
            clusters < 2 ? double.NaN : Proportion.HalfWidth(0.5, clusters, NormalQuantile.Quantile975),
            reach * horizonTicks / 2 / root,
            meaningful * horizonTicks * root / (NormalQuantile.Quantile975 + Power));
    }
}
