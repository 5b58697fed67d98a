using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Specs;

/// <summary>How the values of a metric over the ticks of a run become one.</summary>
public enum MetricFold
{
    /// <summary>The value after the last tick.</summary>
    AtEnd,

    /// <summary>The mean over ticks.</summary>
    Mean,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>The sum over ticks.</summary>
    Sum,

    /// <summary>The number of ticks in which a condition holds.</summary>
    Ticks,

    /// <summary>The first tick in which a condition has held for so many ticks.</summary>
    FirstTick,
}

/// <summary>
/// A metric that an experiment file defines. It changes no run, only what is recorded of it: runs keep their ids, the experiment has
/// another, and the definition stands in the columns, so that one name with two meanings never shares a table.
/// </summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Definition">The definition as written.</param>
/// <param name="Fold">How it becomes one number a run.</param>
/// <param name="Expression">What is read after every tick that the fold needs.</param>
/// <param name="ForTicks">Consecutive ticks for which the condition has to hold, of <see cref="MetricFold.FirstTick"/>.</param>
public sealed record OwnMetric(string Name, string Definition, MetricFold Fold, SharedExpression Expression, int ForTicks)
{
    /// <summary>Unit of its values.</summary>
    public string Unit => Fold is MetricFold.FirstTick or MetricFold.Ticks ? "tick" : Expression.Unit;

    /// <summary>The metric as it can be followed from tick to tick; null where it is of the whole run.</summary>
    public SeriesMetric? Series => Fold == MetricFold.AtEnd
        ? new(Name, Expression.IsCondition, Unit, Definition, (in view) => Expression.Of(view))
        : null;

    /// <summary>The metric as an output of runs.</summary>
    /// <param name="place">Its place among the metrics of the experiment.</param>
    public Output OutputAt(int place) => new(
        Name,
        Fold is MetricFold.FirstTick or MetricFold.Ticks ? OutputKind.Integer
            : Fold == MetricFold.AtEnd && Expression.IsCondition ? OutputKind.Flag
            : OutputKind.Real,
        Unit,
        Fold == MetricFold.AtEnd ? $"{Definition}, at the end" : Definition,
        outcome => outcome.Followed.Count > place
            ? outcome.Followed[place]
            : throw new InvalidOperationException($"{Name} was not followed in this run; {nameof(OwnMetric)}s are followed by a MetricFollower"));
}
