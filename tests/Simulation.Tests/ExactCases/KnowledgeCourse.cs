using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Keeps what code and agents know after every tick.</summary>
internal sealed class KnowledgeCourse(int ticks) : ITickObserver
{
    private readonly double[] _values = new double[2 * (ticks + 1)];

    /// <summary>Of the code and of agents, tick by tick.</summary>
    public double[] Values => _values;

    public void Observe(in TickView view) => (_values[2 * view.Tick], _values[(2 * view.Tick) + 1]) = (view.CodeKnowledge, view.MeanKnowledge);
}
