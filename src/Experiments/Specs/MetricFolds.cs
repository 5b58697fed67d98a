using LeadershipSim.Experiments.Expressions;

namespace LeadershipSim.Experiments.Specs;

/// <summary>How experiment files spell the folds of metrics over ticks.</summary>
public static class MetricFolds
{
    /// <summary>The folds.</summary>
    public static IReadOnlyDictionary<MetricFold, ExpressionItem> All { get; } = new Dictionary<MetricFold, ExpressionItem>
    {
        [MetricFold.AtEnd] = new("x", "The value after the last tick; in series the value every tick"),
        [MetricFold.Mean] = new("mean over time of x", "Mean over ticks"),
        [MetricFold.Min] = new("min over time of x", "Smallest value"),
        [MetricFold.Max] = new("max over time of x", "Largest value"),
        [MetricFold.Sum] = new("sum over time of x", "Sum over ticks"),
        [MetricFold.Ticks] = new("ticks when c", "Number of ticks in which a condition holds [tick]"),
        [MetricFold.FirstTick] = new(
            "first tick when c for k ticks",
            "First tick in which a condition has held for k ticks in a row (1 if left out); absent if that never happens [tick]"),
    };
}
