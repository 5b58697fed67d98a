using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Tests.Reading;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Tests.Recording;

/// <summary>Metrics that a file defines, held against plain loops over the ticks of a run.</summary>
public sealed class MetricFollowerTests
{
    private const string Metrics = """
        metrics:
          voice: "sum(power where founder) / sum(power)"
          weak: "vitality < 0.7"
          meanVoice: "mean over time of voice"
          least: "min over time of vitality"
          most: "max over time of max(strain)"
          burden: "sum over time of sum(responsibility)"
          weakTicks: "ticks when weak"
          trouble: "first tick when vitality < 0.7 for 3 ticks"
          never: "first tick when vitality > 2"
        """;

    [Fact]
    public void Folds_are_what_plain_loops_over_ticks_give()
    {
        var spec = Spec(Metrics);
        var follower = new MetricFollower(spec.Model.OwnMetrics);
        var seen = 0;
        for (var replicate = 0UL; replicate < 6; replicate++)
        {
            var course = new Course();
            var outcome = follower.Run(new TickEngine(), spec.Baseline, new RunSeed(3, replicate), course);
            double Of(string name) => spec.Model.Outputs.First(o => o.Name == name).Value(outcome);
            Assert.Equal(course.Voice[^1], Of("voice"), 1e-12);
            Assert.Equal(course.Vitality[^1] < 0.7 ? 1 : 0, Of("weak"));
            Assert.Equal(course.Voice.Where(v => !double.IsNaN(v)).Average(), Of("meanVoice"), 1e-12);
            Assert.Equal(course.Vitality.Min(), Of("least"));
            Assert.Equal(course.Strain.Max(), Of("most"));
            Assert.Equal(course.Burden.Sum(), Of("burden"));
            Assert.Equal(course.Vitality.Count(h => h < 0.7), Of("weakTicks"));
            var trouble = Enumerable.Range(1, course.Vitality.Count).FirstOrDefault(t => t >= 3 && course.Vitality[(t - 3)..t].TrueForAll(h => h < 0.7));
            Assert.Equal(trouble == 0 ? double.NaN : trouble, Of("trouble"));
            Assert.Equal(double.NaN, Of("never"));
            seen += trouble == 0 ? 0 : 1;
        }

        Assert.InRange(seen, 1, 6);
    }

    [Fact]
    public void Following_metrics_changes_no_bit_of_a_run_and_allocates_nothing_in_a_tick()
    {
        var spec = Spec(Metrics);
        var follower = new MetricFollower(spec.Model.OwnMetrics);
        var meter = new Meter(follower);

        // The first run makes the arrays.
        follower.Run(new TickEngine(), spec.Baseline, new RunSeed(3, 0));
        follower.Start();
        var watched = new TickEngine().Run(spec.Baseline, new RunSeed(3, 0), meter);
        Assert.Equal(new TickEngine().Run(spec.Baseline, new RunSeed(3, 0)).StateDigest, watched.StateDigest);
        Assert.Equal(0, meter.Allocated);
    }

    [Fact]
    public void Runs_keep_their_ids_when_a_metric_changes_and_the_experiment_does_not()
    {
        var (none, one, other) = (Plan(""), Plan("metrics: {quiet: \"count(authority < 0.001)\"}"), Plan("metrics: {quiet: \"count(authority < 0.002)\"}"));
        Assert.Equal(none[0].RunId, one[0].RunId);
        Assert.Equal(one[0].RunId, other[0].RunId);
        Assert.Equal(3, new[] { none, one, other }.Select(p => p.ExperimentId).Distinct().Count());
    }

    [Fact]
    public void A_condition_that_names_a_metric_stands_for_its_definition()
    {
        var named = Plan("""
            metrics: {voice: "sum(power where founder)", deaf: "voice < 0.5"}
            changes: [{when: deaf, set: {policy: equal}}]
            """);
        Assert.Equal("((sum(power where founder)) < 0.5)", named.Points[0].Scenario.Changes[0].When!.Text);
        using var folder = new TemporaryFolder();
        var again = new ExperimentPlan(ExperimentReader.ReadArchived(folder.Write("resolved.json", named.ResolvedJson)).Spec!);
        Assert.Equal((named.ExperimentId, named[0].RunId), (again.ExperimentId, again[0].RunId));
    }

    [Theory]
    [InlineData("vitality: \"1\"", "metrics has \"vitality\", which is the name of something else")]
    [InlineData("sum: \"1\"", "metrics has \"sum\", which is the name of something else")]
    [InlineData("\"my metric\": \"1\"", "metrics has \"my metric\"; allowed are names of up to 64 letters and digits")]
    [InlineData("a: \"mean over time of powr\"", "metrics.a: character 19: \"powr\" is not a quantity; allowed are ")]
    [InlineData("a: \"authority\"", "metrics.a: \"authority\" has a value for every seat")]
    [InlineData("a: \"first tick when vitality\"", "metrics.a: \"first tick when\" needs a condition, as in vitality < 0.5, and finds a number")]
    [InlineData("a: \"first tick when vitality < 1 for some ticks\"", "metrics.a: for … ticks is allowed with a whole number from 1 to 1000000")]
    [InlineData("a: \"b\", b: \"1\"", "metrics.a: character 1: \"b\" is not a quantity")]
    [InlineData("a: \"max over time of vitality\", b: \"a + 1\"", "metrics.b: character 1: \"a\" is not a quantity")]
    [InlineData("a: [1]", "metrics.a is a list; allowed is an expression")]
    public void What_cannot_be_is_said_with_what_is_allowed(string metrics, string message)
    {
        Assert.Contains(Read($"metrics: {{{metrics}}}").Problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
    }

    private static ExperimentSpec Spec(string keys)
    {
        var result = Read(keys);
        Assert.Empty(result.Problems);
        return result.Spec!;
    }

    private static ExperimentPlan Plan(string keys) => new(Spec(keys));

    private static ReadResult Read(string keys) => ExperimentText.ReadSmall("{horizonTicks: 80, turnover: {hazardPerTick: 0.03}, policy: hoarding}", keys);

    // The quantities of the metrics at ticks 1, 2, …, by loops over occupied seats.
    private sealed class Course : ITickObserver
    {
        public List<double> Voice { get; } = [];

        public List<double> Vitality { get; } = [];

        public List<double> Strain { get; } = [];

        public List<double> Burden { get; } = [];

        public void Observe(in TickView view)
        {
            if (view.Tick == 0)
            {
                return;
            }

            var (founders, all, strain, burden) = (0.0, 0.0, double.NegativeInfinity, 0.0);
            var organization = view.Organization;
            for (var seat = 0; seat < organization.Seats; seat++)
            {
                if (organization.IsOccupied(seat))
                {
                    founders += organization.IsFounder(seat) ? organization.Power[seat] : 0;
                    all += organization.Power[seat];
                    strain = Math.Max(strain, organization.Strain[seat]);
                    burden += view.Responsibility(seat);
                }
            }

            Voice.Add(founders / all);
            Vitality.Add(view.Vitality);
            Strain.Add(strain);
            Burden.Add(burden);
        }
    }

    private sealed class Meter(MetricFollower follower) : ITickObserver
    {
        public long Allocated { get; private set; }

        public void Observe(in TickView view)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            follower.Observe(view);

            Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
