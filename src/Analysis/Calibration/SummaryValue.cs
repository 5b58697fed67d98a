using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>Values of summary statistics: of simulated runs, and of lives that were observed.</summary>
public static class SummaryValue
{
    /// <summary>A statistic of runs; NaN when no run has what it is of. Runs without a value of an output are left out.</summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="runs">The outcomes of the runs.</param>
    public static double Of(SummaryStatistic statistic, IReadOnlyList<ProgramOutcome> runs)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(runs);
        return statistic.Output is { } output
            ? OfValues(statistic, [.. runs.Select(output.Value).Where(double.IsFinite).Order()])
            : OfLives(statistic, [.. runs.Select(r => r.ResidualLife).OfType<EventTime>().Select(life => new Lifetime(life.Tick, life.Occurred))]).Value;
    }

    /// <summary>The observed value, and its variance where it is known.</summary>
    /// <param name="statistic">The statistic.</param>
    public static (double Value, double? Variance) Observed(SummaryStatistic statistic)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        var (value, variance) = statistic.Data is { } data
            ? OfLives(statistic, [.. data.Known.Select(life => new Lifetime(life.Time, life.Ended))])
            : (statistic.Observed!.Value, null);
        return (value, statistic.Variance ?? variance);
    }

    private static double OfValues(SummaryStatistic statistic, double[] sorted) => sorted.Length == 0 ? double.NaN : statistic.Statistic switch
    {
        StatisticKind.Mean => sorted.Average(),
        StatisticKind.Median => SampleMoments.Quantile(sorted, 0.5),
        StatisticKind.Quantile => SampleMoments.Quantile(sorted, statistic.Share!.Value),
        _ => sorted.Length < 2 ? double.NaN : Math.Sqrt(SampleMoments.Variance(sorted)),
    };

    // Past the last time the curve keeps its last value, in the model as in the data.
    private static (double Value, double? Variance) OfLives(SummaryStatistic statistic, IReadOnlyList<Lifetime> lives)
    {
        if (lives.Count == 0)
        {
            return (double.NaN, null);
        }

        var curve = KaplanMeier.Of(lives);
        if (statistic.Statistic == StatisticKind.RestrictedMean)
        {
            var mean = curve.RestrictedMeanTo(statistic.Ticks!.Value);
            return (mean.Value, mean.StandardError * mean.StandardError);
        }

        var row = curve.At(statistic.Ticks!.Value);
        return row is null ? (1, 0) : (row.Survival, row.StandardError * row.StandardError);
    }
}
