using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// Nobody leaks, inherits or is replaced: each seat's authority is held as long as its founder is there, so both the authority held
/// and the share of founders still there have expectation e^(−ht), with variances Σ a_i² S(1 − S) and S(1 − S)/n.
/// </summary>
internal sealed class UnreplacedAuthority : IExactCase
{
    private const int Seats = 40;
    private const int Sites = 4;
    private const double Hazard = 0.01;
    private const double DirectorShare = 0.4;

    private static readonly int[] Ticks = [1, 10, 25, 50, 100, 200];

    /// <inheritdoc/>
    public string Name => "unreplacedAuthority";

    /// <inheritdoc/>
    public string Shows => "authority goes with those who held it, no faster and no slower";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var measured = runs.Measure(
            ScenarioOf(),
            () => new SeriesMeasurement(Ticks, (in view) => Held(view.Organization.Authority), (in view) => (double)view.Organization.OccupiedSeats / Seats));
        var squares = (DirectorShare * DirectorShare) + ((1 - DirectorShare) * (1 - DirectorShare) / Sites);
        return
        [
            new("authority held, h 0.01", "e^−ht",
                [.. Ticks.Select((t, i) => DockedPoint.OfBounded(AtTick(t), Survival(t), squares * Spread(t), 1, measured[2 * i]))]),
            new("share of founders still there, h 0.01", "e^−ht", [.. Ticks.Select((t, i) => DockedPoint.OfShare(AtTick(t), Survival(t), measured[(2 * i) + 1], Seats))]),
        ];
    }

    private static double Survival(int tick) => Math.Exp(-Hazard * tick);

    private static double Spread(int tick) => Survival(tick) * (1 - Survival(tick));

    private static string AtTick(int tick) => Invariant($"tick {tick}");

    private static double Held(ReadOnlySpan<double> authority)
    {
        var sum = 0.0;
        foreach (var share in authority)
        {
            sum += share;
        }

        return sum;
    }

    private static Scenario ScenarioOf() => new()
    {
        HorizonTicks = Ticks[^1],
        Organization = new() { Seats = Seats, Sites = Sites },
        Policy = new LaissezFaire { LeakRate = 0 },
        Founding = new() { DirectorShare = DirectorShare },
        Turnover = new() { HazardPerTick = Hazard },
        Recruitment = new() { FillProbability = 0 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.None },
    };
}
