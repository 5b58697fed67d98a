using BenchmarkDotNet.Attributes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Benchmarks;

/// <summary>One run of 100 ticks, founding and outcome included, on an engine that has run before.</summary>
[MemoryDiagnoser]
public class RunBenchmarks
{
    private readonly TickEngine _engine = new();
    private Scenario _scenario = new();
    private ulong _replicate;

    [Params(40, 100, 1000, 10_000)]
    public int Seats { get; set; }

    [GlobalSetup]
    public void Prepare() => _scenario = Scenarios.Default("distributed", Seats) with { HorizonTicks = 100 };

    [Benchmark]
    public ProgramOutcome Run() => _engine.Run(_scenario, new RunSeed(1, _replicate++));
}
