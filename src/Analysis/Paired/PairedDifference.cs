using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Paired;

/// <summary>The difference of two arms that share their random numbers, with bootstrap intervals over replicates.</summary>
public sealed record PairedDifference
{
    /// <summary>Number of replicates.</summary>
    public required int Pairs { get; init; }

    /// <summary>Estimate of the first arm; null without values.</summary>
    public required double? First { get; init; }

    /// <summary>Estimate of the second arm; null without values.</summary>
    public required double? Second { get; init; }

    /// <summary>First minus second; null when one does not exist.</summary>
    public double? Difference => First - Second;

    /// <summary>Bootstrap standard error of the difference; null when there is no difference.</summary>
    public double? StandardError { get; init; }

    /// <summary>Standard error of the difference by the jackknife over replicates; null when it does not exist.</summary>
    public double? JackknifeError { get; init; }

    /// <summary>Interval between quantiles of the resampled differences.</summary>
    public Interval? Percentile { get; init; }

    /// <summary>Bias-corrected and accelerated interval; null when the resampled differences do not vary.</summary>
    public Interval? BiasCorrected { get; init; }

    /// <summary>
    /// Correlation between the arms over replicates, of the jackknife pseudo-values; null when an arm does not vary. Common random
    /// numbers should make it positive.
    /// </summary>
    public double? Correlation { get; init; }

    /// <summary>
    /// Variance of the difference had the arms been independent, over its variance as it is: how many times as many replicates
    /// independent arms would need. Below 1 common random numbers did harm; null when the difference does not vary.
    /// </summary>
    public double? VarianceReduction { get; init; }

    /// <summary>Number of resamples the intervals rest on; those in which an arm had no value are left out.</summary>
    public required int Resamples { get; init; }

    /// <summary>Confidence level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>What is missing and why; empty when all is there.</summary>
    public string Reason { get; init; } = "";
}
