using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>Looking on changes nothing: every run is compared bit for bit with its twin that nobody observed.</summary>
internal sealed class SilentObserver : IExactCase
{
    // Of a rule that holds for every run one exception is enough.
    private const int EnoughRuns = 100;

    /// <inheritdoc/>
    public string Name => "silentObserver";

    /// <inheritdoc/>
    public string Shows => "adding an observer changes no bit of a run, under every policy";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)PolicyCatalog.All.Count * Math.Min(runs, EnoughRuns);

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) =>
    [
        new(
            "runs that differ from their unobserved twin",
            "bit for bit: 0",
            [
                .. PolicyCatalog.All.Select(
                    p => DockedPoint.OfExact(p.Kind, 0, runs.Measure(new Scenario { Policy = p.Default }, () => new UnobservedTwin(), EnoughRuns)[0]))]),
    ];
}
