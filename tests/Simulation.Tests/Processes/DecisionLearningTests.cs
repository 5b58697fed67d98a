using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 7: which dimension a decision concerns, what is learned of a reality of either sign, and what is recorded of the work.</summary>
public sealed class DecisionLearningTests
{
    private static readonly Decisions Alone = new() { Capacity = 8, Interdependence = 0, ExperienceGain = 0, BeliefStepProbability = 0 };
    private static readonly Decisions Advised = Alone with { Interdependence = 1, ConsultationCost = 0 };

    // Nobody succeeds whatever it believes.
    private static readonly Decisions Hopeless = Alone with { BaseQuality = 0, BeliefStepProbability = 1 };

    private static Stage Of(Decisions decisions, int seats = 2, int dimensions = 1, ulong seed = 1) => new(
        Stage.Of(seats) with
        {
            Organization = new() { Seats = seats, Sites = 1, BeliefDimensions = dimensions },
            Decisions = decisions,
        },
        seed);

    /// <summary>The decider is right on three of four dimensions and fully experienced.</summary>
    [Fact]
    public void A_decision_concerns_any_dimension_with_equal_chance()
    {
        var counts = new long[2];
        var stage = Of(Alone, dimensions: 4).WithReality(1, -1, 1, -1).WithBeliefs(0, 1, -1, 1, 1).WithExperience(1);
        for (var trial = 0; trial < 4_000; trial++)
        {
            stage.WithQueue(0, 1).Step<Decisions>();
            counts[stage.Run.Tally.Succeeded]++;
            stage.Run.Tally.CloseTick();
        }

        GoodnessOfFit.AssertProportions([0.25, 0.75], counts);
    }

    /// <summary>Where reality is −1 the right action is −1: who believes so and is fully experienced succeeds, who believes +1 fails.</summary>
    [Theory]
    [InlineData(-1, -1, 1)]
    [InlineData(-1, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(1, -1, 0)]
    public void An_action_is_right_where_it_equals_reality(int reality, int belief, int succeeded) =>
        Assert.Equal(succeeded, Of(Alone).WithReality(reality).WithBeliefs(0, belief).WithExperience(1).WithQueue(0, 1).Step<Decisions>().Run.Tally.Succeeded);

    [Theory]
    [InlineData(1, -1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(-1, 1, 0)]
    [InlineData(-1, 0, -1)]
    [InlineData(-1, -1, -1)]
    public void From_a_failure_a_belief_moves_one_step_towards_reality(int reality, int before, int after)
    {
        var stage = Of(Hopeless).WithReality(reality).WithBeliefs(0, before).WithExperience(0).WithQueue(0, 1).Step<Decisions>();
        Assert.Equal((0, after), (stage.Run.Tally.Succeeded, stage.Belief(0)));
        AssertOneSign(stage, 0);
    }

    /// <summary>The decider is right and fully experienced, and does not trust the consulted: it succeeds.</summary>
    [Theory]
    [InlineData(1, -1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(-1, 1, 0)]
    [InlineData(-1, 0, -1)]
    [InlineData(-1, -1, -1)]
    public void From_a_success_the_consulteds_belief_moves_one_step_towards_the_deciders(int decider, int before, int after)
    {
        var stage = Of(Advised with { BeliefStepProbability = 1 }).WithAuthority(0, 1).WithReality(decider).WithExperience(1, 0).WithTrust(0, 1, 0)
            .WithBeliefs(0, decider).WithBeliefs(1, before).WithQueue(0, 1).Step<Decisions>();
        Assert.Equal((1, decider, after), (stage.Run.Tally.Succeeded, stage.Belief(0), stage.Belief(1)));
        AssertOneSign(stage, 1);
    }

    /// <summary>The decider is wrong and does not trust the consulted, who is right: the decider learns with φ = .3, the consulted never.</summary>
    [Fact]
    public void From_a_failure_the_consulted_learns_nothing()
    {
        var learned = new long[2];
        for (var seed = 0UL; seed < 4_000; seed++)
        {
            var stage = Of(Advised with { BeliefStepProbability = 0.3 }, seed: seed).WithAuthority(0, 1).WithReality(1).WithExperience(1, 0)
                .WithTrust(0, 1, 0).WithBeliefs(0, -1).WithBeliefs(1, 1).WithQueue(0, 1).Step<Decisions>();
            Assert.Equal((0, 1), (stage.Run.Tally.Succeeded, stage.Belief(1)));
            learned[stage.Belief(0) + 1]++;
        }

        GoodnessOfFit.AssertProportions([0.7, 0.3], learned);
    }

    /// <summary>Nobody holds authority any more, so there is no other holder to ask: the open decision is made alone.</summary>
    [Fact]
    public void Where_nobody_holds_authority_nobody_is_consulted()
    {
        var stage = Of(Advised with { ExperienceGain = 0.1 }).WithAuthority(0, 0).WithExperience(0.5, 0.5).WithQueue(1, 1).Step<Decisions>();
        Assert.Equal((1, 0.5, 0.55), (stage.Run.Tally.Resolved, stage.Agents.Experience[0], stage.Agents.Experience[1]));
    }

    /// <summary>Capacity .25·(.5 + .5) of one decision leaves .75.</summary>
    [Fact]
    public void A_single_decision_can_be_too_much() =>
        Assert.Equal(0.75, Of(Alone with { Capacity = 0.25 }).WithExperience(0.5).WithQueue(0, 1).Step<Decisions>().Run.Overload[0]);

    /// <summary>A leaver's queue is lost: whoever occupies the seat is not overloaded by it, and its capacity is not drawn before it is needed.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public void A_queue_that_was_lost_is_no_load(double capacity)
    {
        var stage = Of(Alone with { Capacity = capacity }).WithQueue(0, 2);
        stage.Run.Queues.Drop(0);
        stage.Step<Decisions>();
        Assert.Equal(0, stage.Run.Overload[0]);
        Assert.True(stage.Run.Attempts.Of(0) < 0);
    }

    /// <summary>Memory 26 ticks: 3 open decisions after demand, then 2; one consultation in the first tick, none in the second.</summary>
    [Fact]
    public void Responsibility_and_consultations_are_recorded_with_the_memory_of_power()
    {
        var stage = Of(Advised with { PatienceTicks = 1 }).WithAuthority(0, 1).WithQueue(0, 1).WithQueue(1, 3).Step<Decisions>();
        var work = stage.Run.Ledger.Work;
        Assert.Equal(1 / 26.0, work.Responsibility[0], 1e-12);
        Assert.Equal(3 / 26.0, work.Responsibility[1], 1e-12);
        Assert.Equal((1 / 26.0, 0), (work.Asked[0], work.Asked[1]));
        Assert.Equal((0, 1 / 26.0), (work.Given[0], work.Given[1]));
        stage.WithQueue(1, 2).Step<Decisions>();
        Assert.Equal(25 / 26.0 / 26, work.Responsibility[0], 1e-12);
        Assert.Equal((3 * 25 / 26.0 / 26) + (2 / 26.0), work.Responsibility[1], 1e-12);
        Assert.Equal(25 / 26.0 / 26, work.Asked[0], 1e-12);
        Assert.Equal(25 / 26.0 / 26, work.Given[1], 1e-12);
    }

    // A belief is +1 or −1 or neither, never both.
    private static void AssertOneSign(Stage stage, int seat) => Assert.Equal(0UL, stage.Agents.Positive[seat] & stage.Agents.Negative[seat]);
}
