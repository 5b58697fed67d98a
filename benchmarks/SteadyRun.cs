using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Benchmarks;

/// <summary>A run in its steady state, to continue tick by tick.</summary>
internal sealed class SteadyRun
{
    private const int WarmUpTicks = 200;
    private readonly RunState _run = new();
    private readonly ITickProcess[] _schedule;

    public SteadyRun(Scenario scenario, ITickObserver? observer = null, int warmUpTicks = WarmUpTicks, RunSeed? seed = null)
    {
        scenario = scenario with { HorizonTicks = 1_000_000 };
        Seats = scenario.Organization.Seats;
        _schedule = TickSchedule.Found(_run, scenario, seed ?? new RunSeed(1, 0), new Observation(observer));
        Ticks(warmUpTicks);
    }

    public int Seats { get; }

    /// <summary>Names of the phases, in their order.</summary>
    public IReadOnlyList<string> Phases => [.. _schedule.Select(p => p.GetType().Name)];

    public void Tick()
    {
        _run.Tick++;
        foreach (var process in _schedule)
        {
            process.Step(_run);
        }
    }

    public void Ticks(int count)
    {
        for (var k = 0; k < count; k++)
        {
            Tick();
        }
    }

    /// <summary>Ticks with the time that each phase takes added up, in the clock's units.</summary>
    public void Ticks(int count, TimeProvider clock, Span<long> phases)
    {
        for (var k = 0; k < count; k++)
        {
            _run.Tick++;
            for (var phase = 0; phase < _schedule.Length; phase++)
            {
                var from = clock.GetTimestamp();
                _schedule[phase].Step(_run);
                phases[phase] += clock.GetTimestamp() - from;
            }
        }
    }
}
