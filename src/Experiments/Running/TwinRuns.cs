using LeadershipSim.Experiments.Plans;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Running;

/// <summary>One world run twice: as it is, and with a forced exit. Up to the exit both are the same, bit for bit.</summary>
/// <param name="Point">Design point.</param>
/// <param name="Replicate">Replicate.</param>
/// <param name="Without">The program's end as it is.</param>
/// <param name="With">The program's end with the exit.</param>
public sealed record TwinPair(DesignPoint Point, int Replicate, ProgramEnd Without, ProgramEnd With)
{
    /// <summary>Whether the exit found somebody to remove; true also where the program had ended before it.</summary>
    public bool FoundSomebody { get; init; } = true;

    /// <summary>The pair of a world and its twin.</summary>
    /// <param name="point">Design point.</param>
    /// <param name="replicate">Replicate.</param>
    /// <param name="without">The end of the world as it is.</param>
    /// <param name="twin">The end of its twin.</param>
    public static TwinPair Of(DesignPoint point, int replicate, ProgramEnd without, TwinOutcome twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        return new(point, replicate, without, new(twin.EndTick, twin.EndCause)) { FoundSomebody = twin.FoundSomebody };
    }
}

/// <summary>The end of a program's run.</summary>
/// <param name="Tick">Last tick.</param>
/// <param name="Cause">Why it was the last.</param>
public readonly record struct ProgramEnd(int Tick, EndCause Cause);

/// <summary>
/// Runs every planned world twice, with and without a shock. Who the people are, when they would leave, what reality and demand do
/// is the same in both (common random numbers), so a difference is the effect of the exit on that very program.
/// </summary>
public static class TwinRuns
{
    /// <summary>Runs the pairs, in the order of the plan.</summary>
    /// <param name="plan">The worlds.</param>
    /// <param name="shock">The exit.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="cancellation">Stops between two pairs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<TwinPair> Run(RunPlan plan, Shock shock, int workers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(shock);
        Scenario[] shocked = [.. plan.Points.Select(p => p.Scenario with { Shocks = [.. p.Scenario.Shocks, shock] })];
        var pairs = new TwinPair[plan.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };

        Parallel.For(0L, plan.Count, options, () => new WorldEngine(), (index, _, engine) =>
        {
            var run = plan[index] with { Twin = shocked[plan[index].Point.Index] };
            var outcome = engine.Run(run);
            pairs[index] = TwinPair.Of(run.Point, run.Replicate, new(outcome.EndTick, outcome.EndCause), outcome.Twin!);
            return engine;
        }, _ => { });
        return pairs;
    }
}
