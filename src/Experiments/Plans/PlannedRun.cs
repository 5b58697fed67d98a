using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Plans;

/// <summary>One run of a plan.</summary>
/// <param name="Index">Position in the plan, from 0.</param>
/// <param name="RunId">Hash of all that determines the run: model revision, scenario, seed. 26 characters, base 32.</param>
/// <param name="Point">Its design point.</param>
/// <param name="Replicate">Its replicate, from 0.</param>
/// <param name="Seed">Where its randomness comes from.</param>
public readonly record struct PlannedRun(long Index, string RunId, DesignPoint Point, int Replicate, RunSeed Seed)
{
    /// <summary>Who looks on; null: nobody. Changes no bit of the run.</summary>
    public ITickObserver? Observer { get; init; }

    /// <summary>The same scenario with the removal of leaders that the experiment asks for; null: none.</summary>
    public Scenario? Twin { get; init; }
}
