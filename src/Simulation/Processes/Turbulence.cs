using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 2. Every dimension of reality flips with probability p4.</summary>
public sealed record Turbulence : ITickProcess
{
    /// <summary>Flip probability p4.</summary>
    [Parameter("Probability that a dimension of reality flips", Symbol = "p4", Unit = "per tick", Source = "assumed; March (1991) has .02 a period, and a tick here is shorter")]
    public double FlipProbability { get; init; } = 0.002;

    void ITickProcess.TakeEffect(RunState run) => run.Flips = new(FlipProbability, ref run.Streams.Turbulence);

    void ITickProcess.Step(RunState run) =>
        run.Reality ^= run.Flips.Next(run.Organization.Dimensions, ref run.Streams.Turbulence);
}
