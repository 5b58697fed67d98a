using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>March's (1991) Figures 2 and 3: fast and slow learners together, and what each group knows after 20 ticks.</summary>
internal sealed class MarchMix : IExactCase
{
    private const int Tick = 20;
    private const int TicksToEquilibrium = 300;
    private const string Source = "march-mix.csv: independent program";

    private static readonly ReferenceRow[] Mixes = [.. ReferenceTable.Read("march-mix.csv").Rows];

    /// <inheritdoc/>
    public string Name => "marchMix";

    /// <inheritdoc/>
    public string Shows => "slow learners teach the code what fast ones profit from: March (1991), Figures 2 and 3";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Mixes.Length * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) => [.. Mixes.SelectMany(row => Dock(runs, row))];

    private static IEnumerable<DockedQuantity> Dock(DockRuns runs, ReferenceRow row)
    {
        var scenario = MarchScenario.Of(row["p1"], row["p2"], 0, 0, TicksToEquilibrium);
        scenario = scenario with { Learning = scenario.Learning with { SlowShare = row["slowShare"], SlowSocialization = row["slowP1"] } };
        var measured = runs.Measure(scenario, () => new LearnerKnowledge(Tick));

        // The spread among slow learners is not on record; it is near that of all.
        yield return new("knowledge at tick 20 of a mix of fast and slow learners", Source, [
            Point("code", "codeKnowledge20", "codeKnowledge20Sd", measured[0]),
            Point("agents", "agentKnowledge20", "agentKnowledge20Sd", measured[1]),
            Point("fast learners", "fastKnowledge20", "fastKnowledge20Sd", measured[2]),
            Point("slow learners", "slowKnowledge20", "agentKnowledge20Sd", measured[3]),
        ]);
        yield return new("code score at equilibrium of a mix of fast and slow learners", Source, Point("", "codeScore", "codeScoreSd", measured[4]), MarchGrid.Margin);

        DockedPoint Point(string at, string column, string spread, Moments moments) => DockedPoint.OfMean(at, row[column], row.ErrorOf(spread), moments);
    }
}
