using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Specs;

/// <summary>One number that the runs of a simulation are reduced to, and what was observed of it.</summary>
public sealed record SummaryStatistic
{
    /// <summary>What it takes from the runs.</summary>
    public required StatisticKind Statistic { get; init; }

    /// <summary>The output it is of; null for survival and restricted mean, which are of residual life.</summary>
    public Output? Output { get; init; }

    /// <summary>Which quantile, from 0 to 1; null for other statistics.</summary>
    public double? Share { get; init; }

    /// <summary>Ticks after the exit at which survival is read, or to which the restricted mean looks; null for other statistics.</summary>
    public double? Ticks { get; init; }

    /// <summary>The observed value; null when it follows from <see cref="Data"/>.</summary>
    public double? Observed { get; init; }

    /// <summary>The lives it was observed on; null when <see cref="Observed"/> is stated.</summary>
    public ObservedLives? Data { get; init; }

    /// <summary>Weight in the distance.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What divides it in the distance; null: by its median absolute deviation under the prior.</summary>
    public double? Scale { get; init; }

    /// <summary>Variance of what was observed, for history matching; null: Greenwood's, from <see cref="Data"/>.</summary>
    public double? Variance { get; init; }

    /// <summary>Variance of what the model leaves out, for history matching.</summary>
    public double Discrepancy { get; init; }

    /// <summary>Name in tables and figures.</summary>
    public string Name => Statistic switch
    {
        StatisticKind.Mean => $"mean of {Output!.Name}",
        StatisticKind.Median => $"median of {Output!.Name}",
        StatisticKind.Quantile => Invariant($"{Share} quantile of {Output!.Name}"),
        StatisticKind.StandardDeviation => $"standard deviation of {Output!.Name}",
        StatisticKind.Survival => Invariant($"survival at {Ticks}"),
        _ => Invariant($"restricted mean to {Ticks}"),
    };
}
