using System.Collections.Concurrent;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// The model as a calibration sees it: parameter values in, summary statistics out. The seed of a simulation is the root seed of its
/// runs, replicate r the r-th of them, so that no two simulations share random numbers.
/// </summary>
public sealed class ScenarioSimulator
{
    private readonly CalibrationSpec _spec;
    private readonly Action? _simulated;

    // An engine keeps its arrays from run to run, and serves one thread at a time.
    private readonly ConcurrentBag<Bench> _idle = [];

    /// <summary>The simulator of a calibration.</summary>
    /// <param name="spec">The calibration.</param>
    /// <param name="simulated">Called after each simulation, by the thread that did it.</param>
    public ScenarioSimulator(CalibrationSpec spec, Action? simulated = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        (_spec, _simulated) = (spec, simulated);
    }

    /// <summary>Simulates the model once; a <see cref="Simulator"/>.</summary>
    /// <exception cref="CalibrationException">The model cannot run with these values; the message names them.</exception>
    public IReadOnlyList<double> Simulate(IReadOnlyList<double> position, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(position);
        FactorLevel[] values = [.. _spec.Priors.Select((prior, k) => prior.At(position[k]))];
        if (!_idle.TryTake(out var bench))
        {
            bench = new(new TickEngine(), new PointScenarios(_spec.Baseline, _spec.Priors), new MetricFollower(_spec.Model.OwnMetrics));
        }

        var runs = Run(bench, values, seed);
        _idle.Add(bench);
        _simulated?.Invoke();
        return [.. _spec.Summaries.Select(s => SummaryValue.Of(s, runs))];
    }

    private ProgramOutcome[] Run(Bench bench, FactorLevel[] values, ulong seed)
    {
        var scenario = bench.Scenarios.At(values);
        var runs = new ProgramOutcome[_spec.Runs];
        try
        {
            for (var r = 0; r < runs.Length; r++)
            {
                runs[r] = bench.Follower.Run(bench.Engine, scenario, new RunSeed(seed, (ulong)r));
            }
        }
        catch (ArgumentException error)
        {
            var where = string.Join(", ", _spec.Priors.Zip(values, (p, v) => Invariant($"{p.Path} = {v.Value}")));
            throw new CalibrationException($"the model cannot run with {where}: {error.Message} Narrow the priors, or change the baseline", error);
        }

        return runs;
    }

    private sealed record Bench(TickEngine Engine, PointScenarios Scenarios, MetricFollower Follower);
}
