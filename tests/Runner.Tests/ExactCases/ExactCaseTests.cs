using System.Collections.Concurrent;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.ExactCases;
using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.Tests.ExactCases;

public class ExactCaseTests
{
    private const int Runs = 60;
    private const ulong Seed = 3;

    public static TheoryData<string> Cases => [.. ExactCaseCatalog.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Speed", "Slow")]
    public void Every_case_agrees_and_makes_the_runs_it_announces(string name)
    {
        var exactCase = Case(name);
        var progress = new ConcurrentBag<(long Done, long Total)>();

        var report = DockReport.Of([exactCase], Runs, Seed, workers: 2, (done, total, _) => progress.Add((done, total)), CancellationToken.None);

        Assert.Equal(exactCase.TotalRuns(Runs), progress.Max(p => p.Done));
        Assert.All(progress, p => Assert.Equal(exactCase.TotalRuns(Runs), p.Total));
        Assert.All(report.Cases.SelectMany(c => c.Quantities), q => Assert.True(q.Agrees, $"{q.Name} at seed {Seed}: {q.Worst}"));
        Assert.All(
            report.Cases.SelectMany(c => c.Quantities), q => Assert.All(q.Points, p => Assert.True(double.IsFinite(p.Simulated) && q.Source.Length > 0)));
    }

    [Theory]
    [InlineData("competingEnds")]
    [InlineData("unreplacedAuthority")]
    [InlineData("tenure")]
    public void Values_are_the_same_bits_on_any_number_of_workers_and_beside_any_other_case(string name)
    {
        var alone = DockReport.Of([Case(name)], 170, Seed, workers: 1, (_, _, _) => { }, CancellationToken.None);

        var among = DockReport.Of([Case("oneLeader"), Case(name)], 170, Seed, workers: 2, (_, _, _) => { }, CancellationToken.None);

        Assert.Equal(JsonText.Of(alone.Cases[0]), JsonText.Of(among.Cases[1]));
    }

    [Fact]
    public void Names_are_distinct() => Assert.Distinct(ExactCaseCatalog.All.Select(c => c.Name));

    [Fact]
    public void Cancelling_stops_the_runs() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => DockReport.Of([Case("tenure")], Runs, Seed, 2, (_, _, _) => { }, new CancellationToken(canceled: true)));

    private static IExactCase Case(string name) => ExactCaseCatalog.All.Single(c => c.Name == name);
}
