using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Tests.ExactCases;

/// <summary>Claims that a run of one tick ends after one and a half.</summary>
internal sealed class WrongCase : IExactCase
{
    public string Name => "wrong";

    public string Shows => "a claim that is false";

    public long TotalRuns(int runs) => runs;

    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var measured = runs.Measure(new Scenario { HorizonTicks = 1 }, () => new OutcomeMeasurement(o => o.EndTick));
        return [new("last tick", "invented", DockedPoint.OfExact("", 1.5, measured[0]))];
    }
}
