using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>The grid of March's (1991) Figure 1: what the code knows when nobody can learn any more.</summary>
internal sealed class MarchGrid : IExactCase
{
    /// <summary>The claim: equivalence within this, in units of the score.</summary>
    public const double Margin = 0.005;

    private static readonly ReferenceRow[] Grid = [.. ReferenceTable.Read("march-grid.csv").Rows];

    /// <inheritdoc/>
    public string Name => "marchGrid";

    /// <inheritdoc/>
    public string Shows => "equal authority makes mutual learning March's (1991) model: his Figure 1";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (long)Grid.Length * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var scores = new List<DockedQuantity>();
        var unfinished = new List<DockedPoint>();
        foreach (var row in Grid)
        {
            var (p1, p2) = (row["p1"], row["p2"]);
            var measured = runs.Measure(
                MarchScenario.Of(p1, p2, 0, 0, TicksToEquilibrium(p1)),
                () => new OutcomeMeasurement(o => o.CodeScore, o => o.MeanKnowledge == o.CodeKnowledge ? 0 : 1));
            var cell = Invariant($"p1 {p1}, p2 {p2}");
            var point = DockedPoint.OfMean("", row["codeScore"], row.ErrorOf("codeScoreSd"), measured[0]);
            scores.Add(new($"code score at equilibrium, {cell}", "march-grid.csv: independent program", point, Margin));
            unfinished.Add(DockedPoint.OfExact(cell, 0, measured[1]));
        }

        return [.. scores, new("runs that have not reached equilibrium", "march-grid.csv: none did not", unfinished)];
    }

    // The slowest belief needs two steps of probability p1. Of 1500 beliefs in 10,000 runs none is then expected to be left: at p1 = .1
    // the reference takes 116 ticks on average, with a standard deviation of 17.
    private static int TicksToEquilibrium(double p1) => 60 + (int)(24 / p1);
}
