using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// The program ends with probability u per tick, its need with probability d, and where both would end in the same tick the program does: it
/// is judged first. Hence P(program first) = u/(u + d − ud), which is u/(u + d) in the limit of small ticks, and the run ends after
/// a geometric time with mean 1/(u + d − ud), whatever ends it.
/// </summary>
internal sealed class CompetingEnds : IExactCase
{
    // Forty times the longest mean lifetime: a run is cut off with probability e^−40, and one that never ends is noticed.
    private const int NoHorizon = 20_000;
    private const double AnyShare = 1e-9;

    private static readonly (double Program, double Need)[] Settings = [(0.1, 0.2), (0.001, 0.002)];

    /// <inheritdoc/>
    public string Name => "competingEnds";

    /// <inheritdoc/>
    public string Shows => "the end of the program and the end of its need compete as independent hazards";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Settings.Length * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) => [.. Settings.SelectMany(s => Dock(runs, s.Program, s.Need))];

    private static IEnumerable<DockedQuantity> Dock(DockRuns runs, double program, double need)
    {
        var either = program + need - (program * need);
        var measured = runs.Measure(
            ScenarioOf(program, need),
            () => new OutcomeMeasurement(o => o.EndCause == EndCause.Failure ? 1 : 0, o => o.EndTick));
        var settings = Invariant($"u {program}, d {need}");
        yield return new(
            $"P(program ends before its need), {settings}",
            Invariant($"u/(u+d−ud); u/(u+d) = {program / (program + need):0.0000} for small ticks"),
            DockedPoint.OfShare("", program / either, measured[0]));
        yield return new(
            $"mean ticks to the first end, {settings}",
            "1/(u+d−ud)",
            DockedPoint.OfKnownSpread("", 1 / either, Math.Sqrt(1 - either) / either, measured[1]));
    }

    private static Scenario ScenarioOf(double program, double need) => new()
    {
        HorizonTicks = NoHorizon,
        Organization = new() { Seats = 1, Sites = 1 },
        Policy = new Equal(),
        Turnover = new() { HazardPerTick = -double.LogP1(-program) },
        Recruitment = new() { FillProbability = 0 },
        Need = new() { EndProbability = need },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.Leaders, MinLeaders = 1, LeaderShare = AnyShare, GraceTicks = 1 },
    };
}
