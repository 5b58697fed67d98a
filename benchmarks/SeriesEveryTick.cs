using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Benchmarks;

/// <summary>Reads everything that can be followed after every tick.</summary>
internal sealed class SeriesEveryTick : ITickObserver
{
    public double Sum { get; private set; }

    public void Observe(in TickView view)
    {
        var all = SeriesCatalog.All;
        for (var k = 0; k < all.Count; k++)
        {
            Sum += all[k].Value(view);
        }
    }
}
