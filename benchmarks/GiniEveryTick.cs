using LeadershipSim.Simulation.State;

namespace LeadershipSim.Benchmarks;

/// <summary>Looks at the concentration of authority after every tick, as the reference model does.</summary>
internal sealed class GiniEveryTick : ITickObserver
{
    public double Sum { get; private set; }

    public void Observe(in TickView view) => Sum += view.Organization.AuthorityGini;
}
