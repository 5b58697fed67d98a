using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>March (1991) over time, without and with turnover and turbulence: his Figures 4 and 5.</summary>
internal sealed class MarchSeries : IExactCase
{
    private static readonly ReferenceRow[][] Series =
    [
        .. ReferenceTable.Read("march-series.csv").Rows.GroupBy(r => (r["p1"], r["p2"], r["p3"], r["p4"])).Select(g => g.ToArray()),
    ];

    /// <inheritdoc/>
    public string Name => "marchSeries";

    /// <inheritdoc/>
    public string Shows => "turnover, recruitment and turbulence act on learning as in March (1991), tick by tick";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Series.Length * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) => [.. Series.SelectMany(s => Dock(runs, s))];

    private static IEnumerable<DockedQuantity> Dock(DockRuns runs, ReferenceRow[] rows)
    {
        var first = rows[0];
        var ticks = rows.Select(r => (int)r["tick"]).ToArray();
        var measured = runs.Measure(
            MarchScenario.Of(first["p1"], first["p2"], first["p3"], first["p4"], ticks[^1]),
            () => new SeriesMeasurement(ticks, (in view) => view.CodeKnowledge, (in view) => view.MeanKnowledge));
        var settings = Invariant($"p1 {first["p1"]}, p2 {first["p2"]}, p3 {first["p3"]}, p4 {first["p4"]}");
        yield return Curve($"knowledge of the code, {settings}", "codeKnowledge", 0);
        yield return Curve($"knowledge of agents, {settings}", "meanKnowledge", 1);

        DockedQuantity Curve(string name, string column, int offset) => new(
            name,
            "march-series.csv: independent program",
            [.. rows.Select((r, i) => DockedPoint.OfMean(AtTick(ticks[i]), r[column], r.ErrorOf(column + "Sd"), measured[(2 * i) + offset]))],
            MarchGrid.Margin);
    }

    private static string AtTick(int tick) => Invariant($"tick {tick}");
}
