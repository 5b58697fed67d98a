using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Tests.Recording;

/// <summary>What is kept of runs, held against what the runs themselves report.</summary>
public sealed class RunRecorderTests
{
    private const int Replicates = 5;
    private static readonly SeriesRequest Everything = new(1, SeriesCatalog.All, null);

    public static TheoryData<string> Policies => [.. PolicyCatalog.All.Select(p => p.Kind)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Events_are_those_that_the_outputs_count(string policy)
    {
        foreach (var (outcome, record, run) in Recorded(policy, new RunOutputs { Events = true }))
        {
            RunEvent[] Of(RunEventKind kind) => [.. record.Events.Where(e => e.Kind == kind)];
            Assert.Equal(outcome.Departures, Of(RunEventKind.Departure).Length);
            Assert.Equal(outcome.CoreExitTicks, Of(RunEventKind.CoreExit).Select(e => e.Tick));
            Assert.Equal(Enumerable.Range(1, outcome.CoreExitTicks.Count), Of(RunEventKind.CoreExit).Select(e => (int)e.Value));
            Assert.Equal(outcome.Ledger.LeaderChanges, Of(RunEventKind.LeaderChange).Length);
            Assert.Equal(run.Point.Scenario.Shocks.Where(s => s.Tick <= outcome.EndTick).Select(s => s.Tick), Of(RunEventKind.Shock).Select(e => e.Tick));
            var end = Assert.Single(Of(RunEventKind.End));
            Assert.Equal((outcome.EndTick, outcome.EndCause.ToString()), (end.Tick, end.Detail), new SpelledAlike());
            Assert.Equal(record.Events.Select(e => e.Tick).Order(), record.Events.Select(e => e.Tick));
            Assert.Empty(record.Ticks);
        }
    }

    [Theory]
    [InlineData("hoarding")]
    [InlineData("hierarchy")]
    [InlineData("elected")]
    [InlineData("succession")]
    public void A_succession_follows_the_departure_of_a_holder_by_as_many_ticks_as_it_says(string policy)
    {
        var successions = 0;
        foreach (var (outcome, record, _) in Recorded(policy, new RunOutputs { Events = true }))
        {
            var fellVacant = record.Events.Where(e => e.Kind == RunEventKind.Departure && e.Value > 0).Select(e => (e.Tick, e.Seat)).ToHashSet();
            foreach (var succession in record.Events.Where(e => e.Kind == RunEventKind.Succession))
            {
                Assert.Contains((succession.Tick - (int)succession.Value, succession.Seat), fellVacant);
                successions++;
            }

            // Nothing is vacant at the end of a run in which every holder who left had a successor.
            if (fellVacant.Count == record.Events.Count(e => e.Kind == RunEventKind.Succession))
            {
                Assert.Equal(0, outcome.VacantAuthority);
            }
        }

        Assert.True(successions > 0, "no succession was seen at all");
    }

    [Fact]
    public void A_shock_to_a_seat_is_followed_in_its_tick_by_the_departure_from_it()
    {
        foreach (var (_, record, _) in Recorded("hierarchy", new RunOutputs { Events = true }))
        {
            var shock = record.Events.First(e => e.Kind == RunEventKind.Shock && e.Detail == "seat");
            Assert.Contains(record.Events, e => e is { Kind: RunEventKind.Departure, Seat: 3 } && e.Tick == shock.Tick);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Whoever_looks_on_changes_no_bit_and_the_last_row_of_a_series_is_the_end_of_the_run(string policy)
    {
        foreach (var (outcome, record, run) in Recorded(policy, new RunOutputs { Events = true, Series = Everything }))
        {
            Assert.Equal(new TickEngine().Run(run.Point.Scenario, run.Seed).StateDigest, outcome.StateDigest);
            Assert.Equal(Enumerable.Range(0, outcome.EndTick + 1), record.Ticks);
            double Last(string metric) => record.Series[^(SeriesCatalog.All.Count - SeriesCatalog.All.Select(m => m.Name).ToList().IndexOf(metric))];
            Assert.Equal(outcome.Vitality, Last("vitality"));
            Assert.Equal(outcome.VacantAuthority, Last("vacantAuthority"));
            Assert.Equal(outcome.AuthorityGini, Last("authorityGini"), 1e-12);
            Assert.Equal(outcome.Departures, Last("departures"));
            Assert.Equal(outcome.CoreExitTicks.Count, Last("coreExits"));
            Assert.Equal(outcome.DecisionsResolved, Last("decisionsResolved"));
            Assert.Equal(outcome.DecisionsSucceeded, Last("decisionsSucceeded"));
            Assert.Equal(outcome.DecisionsFailed, Last("decisionsFailed"));
            Assert.Equal(outcome.CodeKnowledge, Last("codeKnowledge"));
            Assert.Equal(outcome.CodeScore, Last("codeScore"));
            Assert.Equal(outcome.MeanKnowledge, Last("meanKnowledge"));
            var sum = record.Series.Where((_, k) => k % SeriesCatalog.All.Count == 4).Skip(1).Sum();
            Assert.Equal(outcome.MeanEffectiveHolders, sum / outcome.EndTick, 1e-9);
        }
    }

    [Fact]
    public void Series_have_a_row_every_so_many_ticks_of_the_first_replicates_only()
    {
        var request = new SeriesRequest(7, [SeriesCatalog.All.Single(m => m.Name == "vitality")], Replicates: 2);
        foreach (var (outcome, record, run) in Recorded("distributed", new RunOutputs { Series = request }))
        {
            var expected = run.Replicate < 2 ? Enumerable.Range(0, outcome.EndTick + 1).Where(t => t % 7 == 0) : [];
            Assert.Equal(expected, record.Ticks);
            Assert.Equal(record.Ticks.Count, record.Series.Count);
            Assert.Empty(record.Events);
        }
    }

    private static IEnumerable<(ProgramOutcome Outcome, RunRecord Record, PlannedRun Run)> Recorded(string policy, RunOutputs outputs)
    {
        var scenario = new Scenario
        {
            Organization = new OrganizationSize { Seats = 20, Sites = 2 },
            Turnover = new() { HazardPerTick = 0.02 },
            Policy = PolicyCatalog.All.Single(p => p.Kind == policy).Default,
            HorizonTicks = 150,
            Shocks = [new Shock { Tick = 9, Remove = ShockTarget.Seat, Seat = 3 }, new Shock { Tick = 25, Remove = ShockTarget.TopHolders, Count = 2 }],
            Viability = new() { Rule = ViabilityRule.None },
        };
        var (engine, recorder) = (new TickEngine(), new RunRecorder(outputs));
        var point = new DesignPoint(0, "point", [], scenario);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var run = recorder.Watch(new PlannedRun(replicate, "run", point, replicate, new RunSeed(11, (ulong)replicate, 0)));
            var outcome = engine.Run(scenario, run.Seed, run.Observer);
            yield return (outcome, recorder.Record(), run);
        }
    }

    // The table spells causes as experiment files spell choices.
    private sealed class SpelledAlike : IEqualityComparer<(int Tick, string Cause)>
    {
        public bool Equals((int Tick, string Cause) x, (int Tick, string Cause) y) =>
            x.Tick == y.Tick && string.Equals(x.Cause, y.Cause, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((int Tick, string Cause) end) => end.Tick;
    }
}
