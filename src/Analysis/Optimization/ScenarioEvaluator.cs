using System.Collections.Concurrent;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>The model as an optimization sees it: values of factors in, outputs of a run out.</summary>
public sealed class ScenarioEvaluator
{
    private readonly OptimizationSpec _spec;
    private readonly Action? _finished;
    private readonly (Output Output, double? Absent)[] _outputs;

    // An engine keeps its arrays from run to run, and serves one thread at a time.
    private readonly ConcurrentBag<Bench> _idle = [];

    /// <summary>The evaluator of an optimization.</summary>
    /// <param name="spec">The optimization.</param>
    /// <param name="finished">Told after each run, from whichever thread did it.</param>
    public ScenarioEvaluator(OptimizationSpec spec, Action? finished = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        (_spec, _finished) = (spec, finished);
        _outputs = [.. spec.Goals.Select(g => (g.Output, g.Absent)), .. spec.Limits.Select(l => (l.Output, l.Absent))];
    }

    /// <summary>Runs the model once; an <see cref="Evaluator"/>.</summary>
    /// <exception cref="OptimizationException">The model cannot run with these values, or the run lacks an output; the message names them.</exception>
    public IReadOnlyList<double> Evaluate(IReadOnlyList<double> position, RunSeed seed)
    {
        var levels = LevelsAt(position);
        var bench = Take();
        ProgramOutcome outcome;
        try
        {
            outcome = bench.Follower.Run(bench.Engine, bench.Scenarios.At(levels), seed);
        }
        catch (ArgumentException error)
        {
            throw new OptimizationException($"the model cannot run with {Words(levels)}: {error.Message} Narrow the factors, add a constraint, or change the baseline", error);
        }

        _idle.Add(bench);
        _finished?.Invoke();
        return [.. _outputs.Select(o => ValueOf(o.Output, o.Absent, outcome, levels))];
    }

    /// <summary>Whether a point keeps the constraints.</summary>
    public bool IsAllowed(IReadOnlyList<double> position)
    {
        if (_spec.Constraints.Count == 0)
        {
            return true;
        }

        var bench = Take();
        var scenario = bench.Scenarios.At(LevelsAt(position));
        _idle.Add(bench);
        return _spec.Constraints.All(c => c.Holds(scenario));
    }

    private FactorLevel[] LevelsAt(IReadOnlyList<double> position) => [.. _spec.Factors.Select((f, k) => f.At(position[k]))];

    private Bench Take() => _idle.TryTake(out var bench)
        ? bench
        : new(new TickEngine(), new PointScenarios(_spec.Baseline, _spec.Factors), new MetricFollower(_spec.Model.OwnMetrics));

    private double ValueOf(Output output, double? absent, ProgramOutcome outcome, FactorLevel[] levels)
    {
        var value = output.Value(outcome);
        return double.IsFinite(value) ? value
            : absent ?? throw new OptimizationException(
                $"a run with {Words(levels)} has no {output.Name}, and a mean over the others would compare different programs. Take an output that every run has, such as endTick or failed, or say what such a run counts as: {{output: {output.Name}, absent: 0}}");
    }

    private string Words(FactorLevel[] levels) =>
        string.Join(", ", _spec.Factors.Zip(levels, (f, l) => Invariant($"{f.Path} = {l.Value}")));

    private sealed record Bench(TickEngine Engine, PointScenarios Scenarios, MetricFollower Follower);
}
