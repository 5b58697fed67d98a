using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// Under a constant hazard h a tenure, in whole ticks, is an exponential rounded up: P(tenure > t) = e^(−ht), with mean 1/p and
/// standard deviation √(1 − p)/p for p = 1 − e^(−h); for founders and for who is hired later alike.
/// </summary>
internal sealed class Tenure : IExactCase
{
    private const int Seats = 4;
    private const double Hazard = 0.1;

    // Two tenures in a row are longer than this with probability 41·e^−40.
    private const int HorizonTicks = 400;

    private static readonly int[] LongerThan = [1, 5, 10, 25, 50];
    private static readonly string[] Generations = ["founders", "their successors"];

    /// <inheritdoc/>
    public string Name => "tenure";

    /// <inheritdoc/>
    public string Shows => "under the baseline hazard alone agents stay for exponential times, whenever they were hired";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var measured = runs.Measure(ScenarioOf(), () => new TenureMeasurement(Seats, LongerThan));
        return [.. Generations.SelectMany((name, g) => Dock(name, measured.AsSpan(g * (1 + LongerThan.Length), 1 + LongerThan.Length).ToArray()))];
    }

    private static IEnumerable<DockedQuantity> Dock(string generation, Moments[] measured)
    {
        var leaves = -double.ExpM1(-Hazard);
        var mean = DockedPoint.OfKnownSpread("", 1 / leaves, Math.Sqrt((1 - leaves) / Seats) / leaves, measured[0]);
        yield return new($"mean tenure of {generation} in ticks, h 0.1", "1/p, p = 1 − e^−h", mean);
        yield return new(
            $"P(tenure > t) of {generation}, h 0.1",
            "e^−ht",
            [.. LongerThan.Select((t, i) => DockedPoint.OfShare(AtTick(t), Math.Exp(-Hazard * t), measured[i + 1], Seats))]);
    }

    private static string AtTick(int tick) => Invariant($"tick {tick}");

    private static Scenario ScenarioOf() => new()
    {
        HorizonTicks = HorizonTicks,
        Organization = new() { Seats = Seats, Sites = 1 },
        Policy = new Equal(),
        Turnover = new() { HazardPerTick = Hazard },
        Recruitment = new() { FillProbability = 1 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.None },
    };
}
