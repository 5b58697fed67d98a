using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Recording;

/// <summary>
/// Follows the metrics that an experiment defines, one run after the other: folds go over ticks 1 to the end, the founding left out, and
/// leave out ticks in which a value does not exist. Allocates nothing in a tick. One a thread.
/// </summary>
public sealed class MetricFollower : ITickObserver
{
    private readonly OwnMetric[] _metrics;
    private readonly MetricExpression[] _expressions;
    private readonly double[] _values;
    private readonly int[] _counts;
    private ITickObserver? _next;

    /// <summary>A follower of metrics.</summary>
    public MetricFollower(IReadOnlyList<OwnMetric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        _metrics = [.. metrics];
        _expressions = [.. metrics.Select(m => m.Expression.Copy())];
        (_values, _counts) = (new double[_metrics.Length], new int[_metrics.Length]);
    }

    /// <summary>Whether there is anything to follow.</summary>
    public bool HasMetrics => _metrics.Length > 0;

    /// <summary>Runs a scenario, and puts the metrics into its outcome.</summary>
    public ProgramOutcome Run(TickEngine engine, Scenario scenario, RunSeed seed, ITickObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        if (!HasMetrics)
        {
            return engine.Run(scenario, seed, observer);
        }

        Start(observer);
        return Complete(engine.Run(scenario, seed, this));
    }

    /// <summary>Starts with a run.</summary>
    /// <param name="next">Who looks on besides; null: nobody.</param>
    public void Start(ITickObserver? next = null)
    {
        _next = next;
        for (var k = 0; k < _metrics.Length; k++)
        {
            (_values[k], _counts[k]) = (_metrics[k].Fold is MetricFold.Sum or MetricFold.Mean or MetricFold.Ticks ? 0 : double.NaN, 0);
        }
    }

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        for (var k = 0; view.Tick > 0 && k < _metrics.Length; k++)
        {
            if (_metrics[k].Fold != MetricFold.AtEnd || !view.IsAlive)
            {
                Add(k, _expressions[k].Of(view), view.Tick);
            }
        }

        _next?.Observe(view);
    }

    /// <summary>The outcome of the run with its metrics.</summary>
    public ProgramOutcome Complete(ProgramOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return HasMetrics
            ? outcome with { Followed = [.. _metrics.Select((m, k) => m.Fold == MetricFold.Mean ? _values[k] / _counts[k] : _values[k])] }
            : outcome;
    }

    private void Add(int k, double value, int tick)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        // For first ticks the count is of the ticks in a row.
        var fold = _metrics[k].Fold;
        _counts[k] = fold == MetricFold.FirstTick && value == 0 ? 0 : _counts[k] + 1;
        _values[k] = fold switch
        {
            MetricFold.Mean or MetricFold.Sum or MetricFold.Ticks => _values[k] + value,
            MetricFold.Min => _counts[k] == 1 ? value : Math.Min(_values[k], value),
            MetricFold.Max => _counts[k] == 1 ? value : Math.Max(_values[k], value),
            MetricFold.FirstTick => double.IsNaN(_values[k]) && _counts[k] >= _metrics[k].ForTicks ? tick : _values[k],
            _ => value,
        };
    }
}
