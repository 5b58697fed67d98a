using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// Docking (Axtell, Axelrod, Epstein and Cohen 1996, doi:10.1007/BF01299065) with a program written from the same rules alone: every
/// policy in five settings, as distributions of twelve statistics.
/// </summary>
internal sealed class IndependentProgram : IExactCase
{
    private const string Source = "an independent program of the same rules (C++, random numbers of its own)";

    // The reference made no more: beyond, its error is what matters.
    private const int MostRuns = 2_000;

    // Fewer runs than this that could be watched after the exit say nothing of those who outlive it.
    private const int LeastWatched = 20;

    private readonly Lazy<IReadOnlyList<ReferenceRow>> _rows = new(() => [.. ReferenceTable.Read("independent-program.csv").Rows]);

    /// <inheritdoc/>
    public string Name => "independentProgram";

    /// <inheritdoc/>
    public string Shows => "Every policy lives, dies, learns and wears out as in an independent program of the same rules";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Arms.Count() * Math.Min(runs, MostRuns);

    private IEnumerable<(string Setting, string Policy)> Arms => _rows.Value.Select(r => (r.Text("setting"), r.Text("policy"))).Distinct();

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) =>
    [
        .. from arm in Arms.ToList()
           let measured = runs.Measure(ScenarioOf(arm.Setting, arm.Policy), () => new ProgramMeasurement(), MostRuns)
           let rows = _rows.Value.Where(r => (r.Text("setting"), r.Text("policy")) == arm)
           let points = rows.Select(r => PointOf(r, measured)).OfType<DockedPoint>().ToList()
           select new DockedQuantity($"{arm.Policy}, {arm.Setting}", Source, points),
    ];

    /// <summary>The scenario of a setting.</summary>
    internal static Scenario ScenarioOf(string setting, string policy)
    {
        var scenario = new Scenario { Policy = PolicyCatalog.All.Single(p => p.Kind == policy).Default };
        return setting switch
        {
            "default" => scenario,
            "load0.2" => scenario with { Demand = new() { DecisionsPerSeat = 0.2 } },
            "remote0.9" => scenario with { Channels = new() { Remote = 0.9 } },
            "seats100sites8" => scenario with { Organization = new() { Seats = 100, Sites = 8 } },
            "noRecruitment" => scenario with { Recruitment = new() { FillProbability = 0 } },
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "no such setting"),
        };
    }

    private static DockedPoint? PointOf(ReferenceRow row, Moments[] measured)
    {
        var (statistic, expected, expectedRuns) = (row.Text("statistic"), row["mean"], row["runs"]);
        var (outlived, watched) = (Of("outlived"), Of("watched").Mean * Of("watched").Count);
        return statistic switch
        {
            "alive" or "exit" => DockedPoint.OfShares(statistic, expected, expectedRuns, Of(statistic).Mean, Of(statistic).Count),
            "outlives52" when Math.Min(expectedRuns, watched) < LeastWatched => null,
            "outlives52" => DockedPoint.OfShares(statistic, expected, expectedRuns, outlived.Mean * outlived.Count / watched, watched),
            _ => DockedPoint.OfSameSpread(statistic, expected, row["standardError"], expectedRuns, Of(statistic)),
        };

        Moments Of(string name) => measured[ProgramMeasurement.Names.ToList().IndexOf(name)];
    }
}
