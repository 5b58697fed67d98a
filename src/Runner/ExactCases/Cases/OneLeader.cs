using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// One leader holds everything and leaves with probability p = 1 − e^(−h) per tick; a successor is found with probability s and takes all
/// in the same tick, else the program ends in it. Whoever leads, the program thus ends with probability p(1 − s) per tick: its lifetime
/// is geometric with mean 1/(p(1 − s)), and the number of leaders is geometric with mean 1/(1 − s).
/// </summary>
internal sealed class OneLeader : IExactCase
{
    // Forty times the longest mean lifetime: a run is cut off with probability e^−40, and one that never ends is noticed.
    private const int NoHorizon = 20_000;
    private const double AnyShare = 1e-9;

    private static readonly (double Hazard, double Readiness)[] Settings = [(0.05, 0.5), (0.02, 0.9), (0.5, 0.8)];

    /// <inheritdoc/>
    public string Name => "oneLeader";

    /// <inheritdoc/>
    public string Shows => "a program with one leader outlives it exactly when the succession works, and the three clocks measure it";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Settings.Length * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) => [.. Settings.SelectMany(s => Dock(runs, s.Hazard, s.Readiness))];

    private static IEnumerable<DockedQuantity> Dock(DockRuns runs, double hazard, double readiness)
    {
        var leaves = -double.ExpM1(-hazard);
        var ends = leaves * (1 - readiness);
        var measured = runs.Measure(
            ScenarioOf(hazard, readiness),
            () => new OutcomeMeasurement(o => o.EndTick > o.FoundingExit.Tick ? 1 : 0, o => o.FoundingExit.Tick, o => o.EndTick, o => o.CoreExitTicks.Count));
        var settings = Invariant($"h {hazard}, s {readiness}");
        yield return new($"P(program outlives first leader), {settings}", "s", DockedPoint.OfShare("", readiness, measured[0]));
        yield return new($"mean tick of the first leader's exit, {settings}", "1/p, p = 1 − e^−h", Geometric(leaves, measured[1]));
        yield return new($"mean ticks to failure, {settings}", "1/(p(1 − s)), p = 1 − e^−h", Geometric(ends, measured[2]));
        yield return new($"mean number of leaders, {settings}", "1/(1 − s)", Geometric(1 - readiness, measured[3]));
    }

    private static DockedPoint Geometric(double probability, Moments measured) =>
        DockedPoint.OfKnownSpread("", 1 / probability, Math.Sqrt(1 - probability) / probability, measured);

    private static Scenario ScenarioOf(double hazard, double readiness) => new()
    {
        HorizonTicks = NoHorizon,
        Organization = new() { Seats = 3, Sites = 1 },
        // A council of one. (An heir, named in advance, can be gone when it is needed.)
        Policy = new Council { CouncilSize = 1, Cooptation = readiness },
        Founding = new() { DirectorShare = 1 },
        Turnover = new() { HazardPerTick = hazard },
        Recruitment = new() { FillProbability = 1 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.Leaders, MinLeaders = 1, LeaderShare = AnyShare, GraceTicks = 1 },
    };
}
