using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation;

/// <summary>Runs scenarios. One engine a thread: it keeps its arrays from run to run.</summary>
public sealed class TickEngine
{
    /// <summary>Runs a scenario to its end.</summary>
    /// <param name="scenario">The parameters; see <see cref="ParameterCatalog.Problems"/>.</param>
    /// <param name="seed">Where all randomness comes from.</param>
    /// <param name="observer">Reads the state after every tick; changes no bit of the run.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range: the message names each, with what is allowed.</exception>
    public ProgramOutcome Run(Scenario scenario, RunSeed seed, ITickObserver? observer = null) => throw new NotSupportedException("engine under construction");
}
