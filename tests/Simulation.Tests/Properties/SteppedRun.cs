using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>A run whose state can be looked at between ticks; it continues after the program has ended.</summary>
internal sealed class SteppedRun
{
    private readonly ITickProcess[] _schedule;

    public SteppedRun(Scenario scenario, RunSeed seed)
    {
        _schedule = TickSchedule.Found(State, scenario, seed, new Observation(null));
    }

    public RunState State { get; } = new();

    /// <summary>Decisions that have arisen so far: every one is resolved, failed or still open.</summary>
    public long DecisionsArisen
    {
        get
        {
            var open = 0L;
            for (var seat = 0; seat < State.Organization.Seats; seat++)
            {
                open += State.Queues.Open(seat);
            }

            return State.Tally.TotalResolved + State.Tally.TotalFailed + open;
        }
    }

    public void Step()
    {
        State.Tick++;
        foreach (var process in _schedule)
        {
            process.Step(State);
        }
    }
}
