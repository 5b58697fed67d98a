using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>Runs a second, of 100 ticks and 40 agents under every policy, with results on disk and without.</summary>
internal sealed class SweepRows
{
    private const int BatchSize = 8;
    private readonly TimeProvider _clock;
    private readonly ExperimentSpec _spec;
    private readonly ExperimentPlan _plan;

    /// <param name="clock">Tells the time.</param>
    /// <param name="runs">Number of runs, about.</param>
    public SweepRows(TimeProvider clock, int runs)
    {
        _clock = clock;
        FactorLevel[] policies = [.. PolicyCatalog.All.Select(p => new FactorLevel(p.Kind, p.Default))];
        _spec = new ExperimentSpec
        {
            Name = "sweep",
            Question = "How many runs a second?",
            Expectation = "As many as the engine makes.",
            Baseline = Scenarios.Default("distributed", 40) with { HorizonTicks = 100 },
            Factors = [new Factor("policy", policies)],
            Design = new FullFactorial(),
            Replicates = Math.Max(1, runs / policies.Length),
            Seed = 1,
            Analyses = [],
            Figures = [],
            SourceText = "",
        };
        _plan = new ExperimentPlan(_spec);
    }

    /// <summary>Runs a second by number of workers, what the store costs, and what a second worker brings.</summary>
    public IEnumerable<Row> Rates(int rounds)
    {
        int[] workers = Environment.ProcessorCount > 1 ? [1, 2] : [1];
        var (engine, store) = (new double[3], new double[3]);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var count in workers)
            {
                engine[count] = Math.Max(engine[count], _plan.Count / Engine(count).TotalSeconds);
                store[count] = Math.Max(store[count], _plan.Count / Store(count, out _).TotalSeconds);
            }
        }

        foreach (var count in workers)
        {
            yield return Of($"engine alone, {count} workers", engine[count], "runs per second");
            yield return Of($"results on disk, {count} workers", store[count], "runs per second");
            yield return Of($"share of the time that results on disk take, {count} workers", Math.Max(0, 1 - (store[count] / engine[count])), "share");
        }

        if (workers.Length > 1)
        {
            yield return Of("efficiency of 2 threads on the calibration loop: the machine's own", MachineEfficiency(rounds), "share");
            yield return Of("efficiency of 2 workers, engine alone", engine[2] / engine[1] / 2, "share");
            yield return Of("efficiency of 2 workers, results on disk", store[2] / store[1] / 2, "share");
        }
    }

    /// <summary>A sweep as it is usually made, its rate and the most memory it took.</summary>
    public IEnumerable<Row> Long()
    {
        var engine = Engine(Environment.ProcessorCount);
        var store = Store(Environment.ProcessorCount, out var most);
        var what = FormattableString.Invariant($"{_plan.Count} runs on all cores");
        yield return Of(what, _plan.Count / store.TotalSeconds, "runs per second");
        yield return Of($"{what}: share of the time that results on disk take", Math.Max(0, 1 - (engine / store)), "share");
        yield return Of($"{what}: most memory", most / (1024.0 * 1024), "MiB");
    }

    // What two threads that share nothing at all gain on this machine.
    private double MachineEfficiency(int rounds)
    {
        const int Loops = 1000;
        var best = new[] { double.PositiveInfinity, double.PositiveInfinity };
        for (var round = 0; round < rounds; round++)
        {
            for (var count = 1; count <= 2; count++)
            {
                var time = Timed(() => OnThreads(count, () =>
                {
                    for (var loop = 0; loop < Loops / count; loop++)
                    {
                        Calibration.Measure(_clock);
                    }
                }));
                best[count - 1] = Math.Min(best[count - 1], time.TotalSeconds);
            }
        }

        return best[0] / best[1] / 2;
    }

    private static void OnThreads(int count, ThreadStart work)
    {
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(work))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
    }

    private static Row Of(string name, double value, string unit) => new("sweep", name, value, unit);

    private TimeSpan Engine(int workers)
    {
        var next = 0L;
        return Timed(() => OnThreads(workers, Work));

        void Work()
        {
            var engine = new TickEngine();
            for (long first; (first = Interlocked.Add(ref next, BatchSize) - BatchSize) < _plan.Count;)
            {
                for (var index = first; index < Math.Min(first + BatchSize, _plan.Count); index++)
                {
                    var run = _plan[index];
                    engine.Run(run.Point.Scenario, run.Seed);
                }
            }
        }
    }

    private TimeSpan Store(int workers, out long mostMemory)
    {
        var folder = Directory.CreateTempSubdirectory("leadersim-benchmark-").FullName;
        var most = 0L;
        try
        {
            return Timed(() =>
            {
                var manifest = new RunManifest
                {
                    Name = _spec.Name,
                    ExperimentId = _plan.ExperimentId,
                    Seed = _spec.Seed,
                    Seeding = _spec.Seeding,
                    Factors = ["policy"],
                    RunsPlanned = _plan.Count,
                    ShardSize = RunStore.ShardSizeFor(_plan.Count, _spec.Outputs),
                };
                using var store = RunStore.Open(folder, _plan, manifest, new Dictionary<string, string>());
                var options = new SweepOptions { Workers = workers, Progress = _ => most = Math.Max(most, Environment.WorkingSet) };
                Sweep.Run(_plan, store, options, CancellationToken.None);
            });
        }
        finally
        {
            mostMemory = most;
            Directory.Delete(folder, recursive: true);
        }
    }

    private TimeSpan Timed(Action work)
    {
        var from = _clock.GetTimestamp();
        work();
        return _clock.GetElapsedTime(from);
    }
}
