using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>The DeGroot–Friedkin map from equal self-weights on given trust: its first iterates, its fixed point, its slow way to the hub of a star.</summary>
internal sealed class ReflectedAppraisal : IExactCase
{
    // c is known to 1e-10 in its last step; chains contract by a few tenths a step, and a star's map all but not.
    private const double Exactness = 1e-7;

    private static readonly IGrouping<string, ReferenceRow>[] Networks =
    [
        .. ReferenceTable.Read("degroot-friedkin-trust.csv").Rows.GroupBy(r => r.Text("case")),
    ];
    private static readonly ReferenceRow[] Power = [.. ReferenceTable.Read("degroot-friedkin-power.csv").Rows];

    /// <inheritdoc/>
    public string Name => "selfAppraisal";

    /// <inheritdoc/>
    public string Shows => "reflected appraisal follows the DeGroot–Friedkin map and settles at its fixed point";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => Networks.Length;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) => [.. Networks.Select(network => Dock(runs, network.Key, [.. network]))];

    private static DockedQuantity Dock(DockRuns runs, string name, ReferenceRow[] trust)
    {
        var seats = 1 + (int)trust.Max(r => r["row"]);
        var expected = Power.Where(r => r.Text("case") == name).ToArray();
        int[] ticks = [.. expected.Select(r => (int)r["tick"]).Distinct()];
        ReadTick[] reads = [.. Enumerable.Range(0, seats).Select(seat => (ReadTick)((in view) => view.Organization.Authority[seat]))];
        var measured = runs.Measure(ScenarioOf(seats, ticks[^1], trust), () => new SeriesMeasurement(ticks, reads), atMost: 1);
        return new(
            $"self-weights on {name}",
            "degroot-friedkin-power.csv: mpmath",
            [.. expected.Select(r => Point(r, measured[(Array.IndexOf(ticks, (int)r["tick"]) * seats) + (int)r["seat"]]))]);
    }

    private static DockedPoint Point(ReferenceRow row, Moments measured) =>
        new(Invariant($"tick {row["tick"]}, seat {row["seat"]}"), row["power"], 0, measured.Mean, 0, Exactness);

    private static Scenario ScenarioOf(int seats, int ticks, ReferenceRow[] trust)
    {
        // Trust is normalized by rows: as it is given it sums to 1 in each.
        var data = new OrganizationData
        {
            Ids = [.. Enumerable.Range(0, seats).Select(seat => Invariant($"{seat}"))],
            Names = [.. Enumerable.Range(0, seats).Select(seat => Invariant($"{seat}"))],
            Site = new int[seats],
            Level = [.. Enumerable.Range(0, seats).Select(seat => SeatPlan.LevelOf(seat, 1))],
            Authority = [.. Enumerable.Repeat(1.0 / seats, seats)],
            Experience = new double?[seats],
            Founder = new bool?[seats],
            Ties = [.. trust.Where(r => r["row"] != r["col"]).Select(r => new StatedTie((int)r["row"], (int)r["col"], r["value"]))],
            Sources = new Dictionary<string, string>(),
        };
        return QuietScenario.OfEquals(seats, new SelfAppraisal(), ticks, 1) with
        {
            Organization = new() { Seats = seats, Sites = 1, BeliefDimensions = 1 },
            Network = new FileNetwork { Data = data },
        };
    }
}
