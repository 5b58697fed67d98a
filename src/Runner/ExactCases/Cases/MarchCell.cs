using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>March's (1991) model at the user's values, beside a plain program of it.</summary>
internal sealed class MarchCell(double p1, double p2, double p3, double p4, int ticks) : IExactCase
{
    /// <inheritdoc/>
    public string Name => Invariant($"march:p1={p1},p2={p2},p3={p3},p4={p4},ticks={ticks}");

    /// <inheritdoc/>
    public string Shows => "equal authority makes mutual learning March's (1991) model in this cell";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var measured = runs.Measure(MarchScenario.Of(p1, p2, p3, p4, ticks), () => new OutcomeMeasurement(o => o.CodeScore));
        var (plain, expected) = (new PlainMarch(p1, p2, p3, p4, ticks), default(Moments));
        for (var run = 0; run < runs.Runs; run++)
        {
            expected = expected.With(plain.Score((ulong)run));
        }

        return [new($"code score after {ticks} ticks", "a plain program of the model", DockedPoint.OfMean("", expected.Mean, expected.StandardError, measured[0]), MarchGrid.Margin)];
    }
}
