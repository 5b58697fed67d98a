using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// Members of one site differ in nothing but the number of their seat. Exchanging the numbers must not change the distribution of
/// anything: whatever the first half of them has more than the second half is 0 on average.
/// </summary>
internal sealed class Relabelling : IExactCase
{
    // A year: long enough for authority to reach members and for many seats to have changed hands.
    private const int HorizonTicks = 52;

    private static readonly string[] Quantities = ["authority", "power", "experience"];

    // An election gives equal votes to the lower seat by its rule, so there seats do carry an advantage.
    private static IEnumerable<CatalogEntry<ILeadershipPolicy>> Policies => PolicyCatalog.All.Where(p => p.Default is not Elected);

    /// <inheritdoc/>
    public string Name => "relabelling";

    /// <inheritdoc/>
    public string Shows => "seat numbers carry no advantage: relabelling agents permutes the distribution of the outputs, under every policy whose rule does not name seats";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Policies.Count() * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var measured = Policies
            .Select(p => (p.Kind, Moments: runs.Measure(new Scenario { HorizonTicks = HorizonTicks, Policy = p.Default }, () => new SeatContrast())))
            .ToArray();
        return
        [
            .. Quantities.Select((q, k) => new DockedQuantity(
                $"{q} of lower minus higher seats of a site",
                "exchangeable: 0",
                [.. measured.Select(m => DockedPoint.OfMean(m.Kind, 0, 0, m.Moments[k]))])),
        ];
    }
}
