using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Runs the scenarios of one exact case on all workers, each scenario on random numbers of its own.</summary>
/// <param name="caseName">Sets the case's random numbers apart from those of others, whichever are run.</param>
/// <param name="runs">Runs per scenario.</param>
/// <param name="seed">Root seed.</param>
/// <param name="workers">Threads.</param>
/// <param name="finished">Receives how many runs have just been done; from any thread.</param>
/// <param name="cancellation">Stops the runs.</param>
internal sealed class DockRuns(string caseName, int runs, ulong seed, int workers, Action<int> finished, CancellationToken cancellation)
{
    // Sums are taken within blocks and then over blocks in order: the same to the last bit on any number of threads.
    private const int BlockRuns = 50;

    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
    private ulong _arm = caseName.Aggregate(0UL, (key, letter) => SplitMix64.Combine(key, letter));

    /// <summary>Runs per scenario.</summary>
    public int Runs { get; } = runs;

    /// <summary>Runs a scenario many times over.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="create">Makes a measurement; called once a thread.</param>
    /// <param name="atMost">Fewer runs, where a single deviation would already tell.</param>
    /// <returns>Mean and spread over runs of each value the measurement reads.</returns>
    public Moments[] Measure(Scenario scenario, Func<IRunMeasurement> create, int atMost = int.MaxValue)
    {
        var arm = ++_arm;
        var count = Math.Min(Runs, atMost);
        var blocks = new Moments[(count + BlockRuns - 1) / BlockRuns][];
        Parallel.For(
            0,
            blocks.Length,
            _options,
            () => (Engine: new TickEngine(), Measurement: create()),
            (block, _, worker) =>
            {
                var first = block * BlockRuns;
                var last = Math.Min(count, first + BlockRuns);
                blocks[block] = MeasureBlock(worker.Engine, worker.Measurement, scenario, arm, first, last);
                finished(last - first);
                return worker;
            },
            _ => { });
        return [.. blocks[0].Select((_, k) => blocks.Select(b => b[k]).Aggregate((sum, b) => sum.With(b)))];
    }

    private Moments[] MeasureBlock(TickEngine engine, IRunMeasurement measurement, Scenario scenario, ulong arm, int first, int last)
    {
        var moments = new Moments[measurement.Count];
        var values = new double[measurement.Count];
        for (var replicate = first; replicate < last; replicate++)
        {
            var runSeed = new RunSeed(seed, (ulong)replicate, arm);
            var outcome = engine.Run(scenario, runSeed, measurement.Observer);
            measurement.Read(new FinishedRun(scenario, runSeed, outcome), values);
            for (var k = 0; k < values.Length; k++)
            {
                moments[k] = moments[k].With(values[k]);
            }
        }

        return moments;
    }
}
