using System.Globalization;
using System.Text.Json;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.Outcomes;

public sealed class LeadershipLedgerTests
{
    private static readonly JsonElement Cases = ReferenceFile.Json("inequality_expected.json").GetProperty("cases");

    public static TheoryData<string> Vectors => [.. Cases.EnumerateObject().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Concentration_agrees_with_the_reference(string name)
    {
        var values = ReferenceFile.Rows("inequality_vectors.csv").Where(row => row[0] == name)
            .Select(row => double.Parse(row[2], CultureInfo.InvariantCulture)).ToArray();
        var found = Concentration.Of(values);
        Assert.Equal(Expected(name, "gini"), found.Gini, 1e-12);
        Assert.Equal(Expected(name, "hhi"), found.Herfindahl, 1e-12);
        Assert.Equal(Expected(name, "effective_number_hhi"), found.EffectiveNumber, 1e-12);
        Assert.Equal(Expected(name, "shannon_nats"), found.Shannon, 1e-12);
        Assert.Equal(Expected(name, "theil_T"), found.Theil, 1e-12);
        Assert.Equal(Expected(name, "max_share"), found.TopShare, 1e-12);
    }

    [Theory]
    [InlineData(new double[] { 0, 0, 0 }, 0)]
    [InlineData(new double[] { 0.5, 0.5 }, 2)]
    [InlineData(new double[] { 0.1, 0.2, 0.3, 0.4 }, 2)]
    [InlineData(new double[] { 0.2, 0.51, 0.29 }, 1)]
    public void The_truck_factor_is_the_fewest_with_more_than_half(double[] power, int expected) =>
        Assert.Equal(expected, LeadershipLedger.SmallestMajority(power));

    [Fact]
    public void The_correlation_is_over_agents_and_leaves_empty_seats_out()
    {
        var stage = new PolicyStage(new LaissezFaire(), 4, new CompleteNetwork());
        stage.Leave(3);

        // By hand: deviations (−1, 0, 1) and (−1, 1, 0), so 1 / √(2·2).
        Assert.Equal(0.5, LeadershipLedger.Correlation(stage.Organization, [1, 2, 3, 0], [1, 3, 2, 0])!.Value, 1e-12);
        Assert.Null(LeadershipLedger.Correlation(stage.Organization, [1, 1, 1, 0], [1, 3, 2, 0]));
    }

    /// <summary>Nobody shares what leaks away, so the program fails; 2 decisions a tick would have arisen until the need ends in tick 300.</summary>
    [Fact]
    public void Unmet_need_lasts_from_the_failure_to_the_end_of_the_need()
    {
        var scenario = new Scenario
        {
            Organization = new() { Seats = 20 },
            Policy = new LaissezFaire { LeakRate = 0.5 },
            Need = new() { EndTick = 300 },
        };
        var outcome = new TickEngine().Run(scenario, new RunSeed(1, 0));
        Assert.Equal(EndCause.Failure, outcome.EndCause);
        Assert.Equal(300 - outcome.EndTick, outcome.UnmetNeedTicks);
        Assert.Equal(2.0 * outcome.UnmetNeedTicks, outcome.UnmetDecisions, 1e-9);
    }

    /// <summary>What hangs on responsibility, successes and words is absent; every other output and metric is what it is with them.</summary>
    [Fact]
    public void A_run_that_does_not_keep_its_work_differs_by_absent_values_alone()
    {
        var scenario = new Scenario { HorizonTicks = 150, Policy = new Council() };
        var (with, without) = (new LastTick(), new LastTick());
        var kept = new TickEngine().Run(scenario, new RunSeed(7, 0), with);
        var left = new TickEngine().Run(scenario with { Ledger = new() { Work = false } }, new RunSeed(7, 0), without);
        var absent = OutputCatalog.All.Where(o => !o.Value(kept).Equals(o.Value(left))).ToArray();
        Assert.All(absent, o => Assert.Equal(double.NaN, o.Value(left)));
        string[] levels = ["OfDirector", "OfCoordinators", "OfMembers", "LevelEntropy", "LargestSite", "SiteEntropy"];
        string[] gaps = ["authorityResponsibilityGap", "powerSuccessGap", "roleDistinctness"];
        string[] indices = ["Gini", "EffectiveNumber", "Entropy", "Theil", "TopShare"];
        Assert.Equal(
            [.. indices.Select(i => "responsibility" + i), "authorityResponsibilityCorrelation", .. gaps, .. levels.Select(l => "consultation" + l)],
            absent.Select(o => o.Name));
        Assert.Equal(
            [.. gaps, .. levels.Select(l => "consultation" + l)],
            SeriesCatalog.All.Where((m, k) => double.IsNaN(without.Values[k]) && !double.IsNaN(with.Values[k])).Select(m => m.Name));
        Assert.All(SeriesCatalog.All.Select((m, k) => k), k => Assert.True(double.IsNaN(without.Values[k]) || without.Values[k] == with.Values[k]));
    }

    private sealed class LastTick : ITickObserver
    {
        public double[] Values { get; private set; } = [];

        public void Observe(in TickView view)
        {
            var values = new double[SeriesCatalog.All.Count];
            for (var k = 0; k < values.Length; k++)
            {
                values[k] = SeriesCatalog.All[k].Value(view);
            }

            Values = values;
        }
    }

    private static double Expected(string name, string index) =>
        Cases.GetProperty(name).TryGetProperty(index, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
}
