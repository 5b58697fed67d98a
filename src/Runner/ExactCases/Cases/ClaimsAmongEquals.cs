using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>Claims and grants among agents who differ in nothing: authority is a martingale, E[a_i(t)] = a_i(0) = 1/n.</summary>
internal sealed class ClaimsAmongEquals : IExactCase
{
    private const int Seats = 6;
    private static readonly int[] Ticks = [10, 50];

    /// <inheritdoc/>
    public string Name => "claimGrant";

    /// <inheritdoc/>
    public string Shows => "among equals nobody gains or loses by claims and grants on average";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        ReadTick[] reads = [.. Enumerable.Range(0, Seats).Select(seat => (ReadTick)((in view) => view.Organization.Authority[seat]))];
        var measured = runs.Measure(QuietScenario.OfEquals(Seats, new ClaimGrant(), Ticks[^1], 1.0 / Seats), () => new SeriesMeasurement(Ticks, reads));
        return
        [
            .. Ticks.Select((tick, k) => new DockedQuantity(
                Invariant($"authority after {tick} ticks of claims among {Seats} equals"),
                "martingale: 1/n",
                [.. Enumerable.Range(0, Seats).Select(seat => Point(seat, measured[(k * Seats) + seat]))])),
        ];
    }

    private static DockedPoint Point(int seat, Moments measured) =>
        DockedPoint.OfMean(Invariant($"seat {seat}"), 1.0 / Seats, 0, measured);
}
