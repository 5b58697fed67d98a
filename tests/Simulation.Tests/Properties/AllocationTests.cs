using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

public sealed class AllocationTests
{
    public static TheoryData<string> Kinds => CatalogProperty.Kinds;

    /// <summary>After a first run has made its arrays as large as they get, ticks allocate nothing: garbage would cost more than the model.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_tick_allocates_nothing(string kind)
    {
        var scenario = new Scenario
        {
            HorizonTicks = 150,
            Policy = CatalogProperty.PolicyOf(kind),
            Turnover = new() { HazardPerTick = 0.01 },
            Viability = new() { Rule = ViabilityRule.None },
        };
        var (engine, meter) = (new TickEngine(), new Meter(scenario.HorizonTicks));
        engine.Run(scenario, new RunSeed(3, 0), meter);
        engine.Run(scenario, new RunSeed(3, 0), meter);
        Assert.Equal(0, meter.Bytes);
    }

    private sealed class Meter(int lastTick) : ITickObserver
    {
        private long _atStart;

        public long Bytes { get; private set; }

        public void Observe(in TickView view)
        {
            if (view.Tick == 0)
            {
                _atStart = GC.GetAllocatedBytesForCurrentThread();
            }
            else if (view.Tick == lastTick)
            {
                Bytes = GC.GetAllocatedBytesForCurrentThread() - _atStart;
            }
        }
    }
}
