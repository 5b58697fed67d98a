namespace LeadershipSim.Experiments.Specs;

/// <summary>What a summary statistic takes from the runs behind it.</summary>
public enum StatisticKind
{
    /// <summary>Mean of an output.</summary>
    Mean,

    /// <summary>Median of an output.</summary>
    Median,

    /// <summary>Quantile of an output.</summary>
    Quantile,

    /// <summary>Standard deviation of an output.</summary>
    StandardDeviation,

    /// <summary>Kaplan–Meier estimate of the share of programs that live on some time after the founding leadership's exit.</summary>
    Survival,

    /// <summary>Restricted mean of that life: the area under the estimate up to a time.</summary>
    RestrictedMean,
}
