namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>
/// Equal authority makes mutual learning the model of March (1991, doi:10.1287/orsc.2.1.71). Expected values are those of an independent
/// program, 10,000 runs each, whose own error is taken into account.
/// </summary>
public class MarchTests
{
    private const int ReferenceRuns = 10_000;
    private const ulong Seed = 19910201;

    public static TheoryData<double[]> Grid => [.. ExpectedValues.Read("march-grid.csv")];

    public static TheoryData<double[]> Series => [.. ExpectedValues.Read("march-series.csv").Where(r => r[5] == 0).Select(r => r.Take(4).ToArray())];

    [Theory]
    [MemberData(nameof(Grid))]
    public void The_code_ends_up_knowing_what_it_does_in_figure_1(double[] row)
    {
        var (p1, p2, score, deviation) = (row[0], row[1], row[3], row[4]);

        var sample = Sample.OfOutcomes(
            Scenarios.March(p1, p2, 0, 0, ticks: 60 + (int)(24 / p1)), 1000, Seed, o => o.CodeScore, o => o.MeanKnowledge == o.CodeKnowledge ? 1 : 0);

        sample.AssertMean(0, score, deviation / Math.Sqrt(ReferenceRuns), $"code score at p1 {p1}, p2 {p2}");
        Assert.Equal(1, sample.Mean(1));
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Turnover_and_turbulence_act_as_in_figures_4_and_5(double[] settings)
    {
        var rows = ExpectedValues.Read("march-series.csv").Where(r => r.AsSpan(0, 4).SequenceEqual(settings)).ToArray();
        var ticks = rows.Length - 1;

        var sample = Sample.OfObserved(
            Scenarios.March(settings[0], settings[1], settings[2], settings[3], ticks), 1000, Seed, () => new KnowledgeCourse(ticks), c => c.Values);

        for (var tick = 0; tick <= ticks; tick++)
        {
            sample.AssertMean(2 * tick, rows[tick][6], rows[tick][7] / Math.Sqrt(ReferenceRuns), $"code at tick {tick}");
            sample.AssertMean((2 * tick) + 1, rows[tick][8], rows[tick][9] / Math.Sqrt(ReferenceRuns), $"agents at tick {tick}");
        }
    }
}
