using BenchmarkDotNet.Attributes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Benchmarks;

/// <summary>One tick of the default scenario in its steady state: time per tick, and nothing allocated.</summary>
[MemoryDiagnoser]
public class TickBenchmarks
{
    private const int WarmUpTicks = 200;
    private const string ReferenceModel = "reference model";
    private readonly RunState _run = new();
    private ITickProcess[] _schedule = [];

    [Params(40, 100, 1000, 10_000)]
    public int Seats { get; set; }

    [ParamsSource(nameof(Policies))]
    public string Policy { get; set; } = "";

    public static IEnumerable<string> Policies => PolicyCatalog.All.Select(p => p.Kind).Append(ReferenceModel);

    [GlobalSetup]
    public void Found()
    {
        var timed = Policy == ReferenceModel ? Scenarios.Reference(Seats) : Scenarios.Default(Policy, Seats);
        var scenario = timed with { HorizonTicks = 1_000_000 };
        _schedule = TickSchedule.Of(scenario, new Observation(null));
        _run.Reset(scenario, new RunSeed(1, 0));
        ProgramFounding.Found(_run);
        for (var tick = 0; tick < WarmUpTicks; tick++)
        {
            Tick();
        }
    }

    [Benchmark]
    public void Tick()
    {
        _run.Tick++;
        foreach (var process in _schedule)
        {
            process.Step(_run);
        }
    }
}
