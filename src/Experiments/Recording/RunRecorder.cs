using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Recording;

/// <summary>Looks on while runs go by and keeps what was asked for, one run after the other.</summary>
internal sealed class RunRecorder : ITickObserver
{
    private readonly RunOutputs _outputs;
    private readonly SeriesMetric[] _metrics;
    private readonly MetricFollower _follower;
    private readonly EventObserver _events = new();
    private readonly List<int> _ticks = [];
    private readonly List<double> _values = [];
    private PlannedRun _run;

    /// <summary>A recorder.</summary>
    /// <param name="outputs">What is kept.</param>
    /// <param name="own">Metrics that the experiment defines; null: none.</param>
    public RunRecorder(RunOutputs outputs, IReadOnlyList<OwnMetric>? own = null) =>
        (_outputs, _metrics, _follower) = (outputs, [.. outputs.Series?.Metrics ?? []], new(own ?? []));

    /// <summary>A run with somebody who looks on, when there is anything to keep of it.</summary>
    public PlannedRun Watch(PlannedRun run, ITickObserver? next = null)
    {
        if (_outputs.IsNone && !_follower.HasMetrics)
        {
            return next is null ? run : run with { Observer = next };
        }

        _run = run;
        _events.Reset(run.Point.Scenario);
        _ticks.Clear();
        _values.Clear();
        _follower.Start(next);
        return _outputs.Events || HasSeries || _follower.HasMetrics || next is not null ? run with { Observer = this } : run;
    }

    /// <summary>The outcome of the run that was watched last, with the metrics that the experiment defines.</summary>
    public ProgramOutcome Complete(ProgramOutcome outcome) => _follower.Complete(outcome);

    /// <summary>What was kept of the run that was watched last.</summary>
    public RunRecord Record() => _outputs.IsNone ? RunRecord.Empty : new([.. _events.Found], [.. _ticks], [.. _values]);

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        _follower.Observe(view);
        if (_outputs.Events)
        {
            _events.Observe(view);
        }

        if (HasSeries && view.Tick % _outputs.Series!.EveryTicks == 0)
        {
            _ticks.Add(view.Tick);
            foreach (var metric in _metrics)
            {
                _values.Add(metric.Value(view));
            }
        }
    }

    private bool HasSeries => _outputs.Series is { } series && (series.Replicates is not { } replicates || _run.Replicate < replicates);
}
