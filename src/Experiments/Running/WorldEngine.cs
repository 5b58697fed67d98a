using LeadershipSim.Experiments.Plans;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Running;

/// <summary>
/// Runs planned worlds; where the experiment removes leaders, each with its twin, the same world with the removal. One a thread.
/// </summary>
public sealed class WorldEngine
{
    // One engine a world: an engine checks a scenario again whenever it changes.
    private readonly TickEngine _without = new();
    private readonly TickEngine _with = new();

    /// <summary>Runs a world to its end; only the world without the removal is observed.</summary>
    /// <param name="run">The world.</param>
    public ProgramOutcome Run(PlannedRun run)
    {
        var outcome = _without.Run(run.Point.Scenario, run.Seed, run.Observer);
        return run.Twin is { } scenario ? outcome with { Twin = TwinOf(outcome, _with.Run(scenario, run.Seed)) } : outcome;
    }

    // Both worlds have the shocks of the scenario; what is idle in the twin alone is the removal.
    internal static TwinOutcome TwinOf(ProgramOutcome without, ProgramOutcome with) =>
        new(with.EndTick, with.EndCause, with.IdleShocks <= without.IdleShocks);
}
