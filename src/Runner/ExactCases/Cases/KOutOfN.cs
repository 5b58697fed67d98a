using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>A program that lives as long as k of n leaders are there: a k-out-of-n system with repair.</summary>
internal sealed class KOutOfN : IExactCase
{
    // Forty times the longest mean lifetime: a run is cut off with probability e^−40, and one that never ends is noticed.
    private const int NoHorizon = 20_000;

    // Whoever holds anything is a leader: θ → 0.
    private const double AnyShare = 1e-9;

    private static readonly ReferenceRow[] Lifetimes = [.. ReferenceTable.Read("k-out-of-n-lifetime.csv").Rows];
    private static readonly ReferenceRow[] Survival = [.. ReferenceTable.Read("k-out-of-n-survival.csv").Rows];

    /// <inheritdoc/>
    public string Name => "kOutOfN";

    /// <inheritdoc/>
    public string Shows => "turnover, recruitment and the leaders rule give the lifetimes of a k-out-of-n system with and without replacement";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Lifetimes.Length * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) => [.. Lifetimes.SelectMany(r => Dock(runs, r))];

    private static IEnumerable<DockedQuantity> Dock(DockRuns runs, ReferenceRow system)
    {
        var curve = Survival.Where(r => IsOf(r, system)).ToArray();
        var measured = runs.Measure(
            ScenarioOf((int)system["n"], (int)system["k"], system["lambda"], system["mu"]),
            () => new OutcomeMeasurement([o => o.EndTick, .. curve.Select(Outlives)]));
        var settings = Invariant($"{system["k"]} of {system["n"]}, λ {system["lambda"]}, μ {system["mu"]}");
        var lifetime = DockedPoint.OfKnownSpread("", system["mean"], system["sd"], measured[0]);
        yield return new($"mean lifetime in ticks, {settings}", "k-out-of-n-lifetime.csv: Markov chain", lifetime);
        yield return new(
            $"P(lifetime > t), {settings}",
            "k-out-of-n-survival.csv: Markov chain",
            [.. curve.Select((r, i) => DockedPoint.OfShare(Invariant($"tick {r["tick"]}"), r["survival"], measured[i + 1]))]);
    }

    private static Func<ProgramOutcome, double> Outlives(ReferenceRow row)
    {
        var tick = (int)row["tick"];
        return o => o.EndTick > tick ? 1 : 0;
    }

    private static bool IsOf(ReferenceRow row, ReferenceRow system) =>
        row["n"] == system["n"] && row["k"] == system["k"] && row["lambda"] == system["lambda"] && row["mu"] == system["mu"];

    internal static Scenario ScenarioOf(int n, int k, double leaving, double filling) => new()
    {
        HorizonTicks = NoHorizon,
        Organization = new() { Seats = n, Sites = 1 },
        Policy = new Equal(),
        Turnover = new() { HazardPerTick = -double.LogP1(-leaving) },
        Recruitment = new() { FillProbability = filling },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.Leaders, MinLeaders = k, LeaderShare = AnyShare, GraceTicks = 1 },
    };
}
