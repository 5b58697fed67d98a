using BenchmarkDotNet.Attributes;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Benchmarks;

/// <summary>One tick of the default scenario in its steady state: time per tick, and nothing allocated.</summary>
[MemoryDiagnoser]
public class TickBenchmarks
{
    private SteadyRun? _run;

    [Params(40, 100, 1000, 10_000)]
    public int Seats { get; set; }

    [ParamsSource(nameof(Policies))]
    public string Policy { get; set; } = "";

    public static IEnumerable<string> Policies => PolicyCatalog.All.Select(p => p.Kind).Append(Scenarios.ReferenceModel);

    [GlobalSetup]
    public void Found() => _run = Scenarios.Run(Policy, Seats);

    [Benchmark]
    public void Tick() => _run!.Tick();
}
