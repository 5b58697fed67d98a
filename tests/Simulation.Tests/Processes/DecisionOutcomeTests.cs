using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 7, sentence by sentence: what a decision needs, whether it succeeds, and what is learned from it.</summary>
public sealed class DecisionOutcomeTests
{
    // Nobody needs another's word.
    private static readonly Decisions Alone = new() { Capacity = 1, Interdependence = 0, ExperienceGain = 0, BeliefStepProbability = 0 };

    // Seat 1 holds all authority: seat 0 always needs its word, and the channel works.
    private static readonly Decisions Advised = Alone with { Interdependence = 1, ConsultationCost = 0 };

    /// <summary>P(success) = 1[A = R]·(q0 + (1 − q0)·e); who believes nothing tosses a coin. q0 = .4, e = .25: .55.</summary>
    [Theory]
    [InlineData(1, 0.55)]
    [InlineData(-1, 0)]
    [InlineData(0, 0.275)]
    public void A_decision_succeeds_by_the_right_belief_and_by_experience(int belief, double expected) =>
        AssertSuccess(Alone with { BaseQuality = 0.4 }, expected, s => s.WithExperience(0.25).WithBeliefs(0, belief), seats: 1);

    /// <summary>max(e_i, e_j) = .8 though the decider has .2: .5 + .5·.8.</summary>
    [Theory]
    [InlineData(0.2, 0.8)]
    [InlineData(0.8, 0.2)]
    public void The_better_of_decider_and_consulted_makes_the_quality(double own, double others) =>
        AssertSuccess(Advised, 0.9, s => s.WithExperience(own, others).WithBeliefs(0, 1).WithBeliefs(1, 1));

    /// <summary>
    /// The decider is wrong, the consulted right: it is followed with probability w e_j/(e_i + w e_j). w = .5, e_i = .4, e_j = .8: .5; w = .25: 1/3.
    /// The quality is .5 + .5·.8 = .9.
    /// </summary>
    [Theory]
    [InlineData(0.5, 0.4, 0.8, 0.5)]
    [InlineData(0.25, 0.4, 0.8, 1.0 / 3)]
    [InlineData(0, 0.4, 0.8, 0)]
    [InlineData(0.5, 0, 0.8, 1)]
    public void Advice_is_followed_by_trust_and_experience(double trust, double own, double others, double followed) =>
        AssertSuccess(Advised, followed * 0.9, s => s.WithExperience(own, others).WithBeliefs(0, -1).WithBeliefs(1, 1).WithTrust(0, 1, trust));

    /// <summary>Trust of the consulted in the decider plays no part: w_01 = .5 and not w_10 = 1.</summary>
    [Fact]
    public void It_is_the_deciders_trust_that_counts() => AssertSuccess(
        Advised, 0.45, s => s.WithExperience(0.4, 0.8).WithBeliefs(0, -1).WithBeliefs(1, 1).WithTrust(0, 1, 0.5).WithTrust(1, 0, 1));

    /// <summary>The partner is drawn ∝ authority, the decider among them: with a_0 = .25, ι = .4 and no channel, 1 − .4·.75 are decided.</summary>
    [Fact]
    public void A_partner_is_drawn_by_authority_and_needs_a_channel()
    {
        var scenario = Stage.Of(2) with { Decisions = Alone with { Interdependence = 0.4 }, Channels = new() { Local = 0, Remote = 1 } };
        var stage = new Stage(scenario).WithAuthority(0.25, 0.75);
        var counts = new long[2];
        for (var trial = 0; trial < Stage.Trials; trial++)
        {
            stage.WithQueue(0, 1).WithExperience(0.5, 0.5).Step<Decisions>();
            counts[stage.Run.Tally.Resolved]++;
            _ = stage.Run.Queues.Drop(0);
            stage.Run.Tally.CloseTick();
        }

        GoodnessOfFit.AssertProportions([0.3, 0.7], counts);
    }

    /// <summary>Between sites the remote channel counts, at one site the local one.</summary>
    [Theory]
    [InlineData(1, 1, 0, 1)]
    [InlineData(2, 0, 1, 1)]
    [InlineData(2, 1, 0, 0)]
    public void The_channel_is_that_of_the_two_sites(int sites, double local, double remote, int resolved)
    {
        var stage = new Stage(Stage.Of(2, sites) with { Decisions = Advised, Channels = new() { Local = local, Remote = remote } }).WithAuthority(0, 1);
        stage.WithExperience(0.5, 0.5).WithQueue(0, 1).Step<Decisions>();
        Assert.Equal((resolved, 1 - resolved), (stage.Run.Tally.Resolved, stage.Run.Queues.Open(0)));
    }

    /// <summary>η = .1: e_i = .5 + .1·.5, e_j = .2 + ½·.1·.8.</summary>
    [Fact]
    public void The_decider_gains_experience_and_the_consulted_half_as_much()
    {
        var stage = Decided(Advised with { ExperienceGain = 0.1 }, s => s.WithExperience(0.5, 0.2));
        Assert.Equal(0.55, stage.Agents.Experience[0], 1e-12);
        Assert.Equal(0.24, stage.Agents.Experience[1], 1e-12);
    }

    /// <summary>One step of the consulted towards the decider's belief, from −1 to 0; e = 1 and the right belief: the decision succeeds.</summary>
    [Fact]
    public void From_a_success_the_consulted_learns_one_step()
    {
        var stage = Decided(Advised with { BeliefStepProbability = 1 }, s => s.WithExperience(1, 0).WithBeliefs(0, 1).WithBeliefs(1, -1));
        Assert.Equal((1, 1, 0), (stage.Run.Tally.Succeeded, stage.Belief(0), stage.Belief(1)));
    }

    /// <summary>One step of the decider towards reality, from −1 to 0; the consulted, as wrong as the decider, learns nothing.</summary>
    [Fact]
    public void From_a_failure_the_decider_learns_one_step()
    {
        var stage = Decided(Advised with { BeliefStepProbability = 1 }, s => s.WithExperience(1, 1).WithBeliefs(0, -1).WithBeliefs(1, -1));
        Assert.Equal((0, 0, -1), (stage.Run.Tally.Succeeded, stage.Belief(0), stage.Belief(1)));
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    public void Beliefs_move_with_the_probability_of_a_step(int decider, int consulted)
    {
        var moved = new long[2];
        for (var trial = 0; trial < Stage.Trials / 10; trial++)
        {
            var stage = Decided(
                Advised with { BeliefStepProbability = 0.2 }, s => s.WithExperience(1, 0).WithBeliefs(0, decider).WithBeliefs(1, consulted), (ulong)trial);
            moved[stage.Belief(0) != decider || stage.Belief(1) != consulted ? 1 : 0]++;
        }

        GoodnessOfFit.AssertProportions([0.8, 0.2], moved);
    }

    /// <summary>τ = .1 and w = .3: .3 + .1·.7 after a success, .3 − .1·.3 after a failure, both ways.</summary>
    [Theory]
    [InlineData(1, 0.37)]
    [InlineData(-1, 0.27)]
    public void Trust_moves_between_decider_and_consulted(int belief, double expected)
    {
        var stage = Decided(Advised, s => s.WithExperience(1, 0).WithBeliefs(0, belief).WithBeliefs(1, belief));
        Assert.Equal(expected, stage.Trust(0, 1), 1e-12);
        Assert.Equal(expected, stage.Trust(1, 0), 1e-12);
    }

    /// <summary>Without a partner one tied agent looks on, and its trust in the decider moves; the decider's trust in it does not.</summary>
    [Theory]
    [InlineData(1, 0.37)]
    [InlineData(-1, 0.27)]
    public void Trust_of_one_observer_moves_after_a_decision_made_alone(int belief, double expected)
    {
        var observed = new long[2];
        for (var trial = 0; trial < Stage.Trials / 10; trial++)
        {
            var stage = new Stage(Stage.Of(3) with { Decisions = Alone }, (ulong)trial).WithReality(1).WithBeliefs(0, belief);
            stage.WithExperience(1, 0, 0).WithQueue(0, 1).Step<Decisions>();
            var observer = stage.Trust(1, 0) != 0.3 ? 1 : 2;
            observed[observer - 1]++;
            Assert.Equal(expected, stage.Trust(observer, 0), 1e-12);
            Assert.Equal((0.3, 0.3, 0.3), (stage.Trust(3 - observer, 0), stage.Trust(0, 1), stage.Trust(0, 2)));
        }

        GoodnessOfFit.AssertProportions([0.5, 0.5], observed);
    }

    /// <summary>W = 3: without any capacity a decision waits for three ticks and fails at the end of the third.</summary>
    [Fact]
    public void A_decision_fails_when_patience_ends()
    {
        var stage = new Stage(Stage.Of(1) with { Decisions = Alone with { Capacity = 0, PatienceTicks = 3 } }).WithQueue(0, 1);
        int[] failed = [.. Enumerable.Range(0, 3).Select(_ => stage.Step<Decisions>().Run.Tally.Failed)];
        Assert.Equal([0, 0, 1], failed);
        Assert.Equal(0, stage.Run.Queues.Open(0));
    }

    /// <summary>One attempt a tick for two decisions of different age: the older is made, so none has to fail.</summary>
    [Fact]
    public void The_oldest_decision_comes_first()
    {
        var stage = new Stage(Stage.Of(1) with { Decisions = Alone with { PatienceTicks = 2 } }).WithExperience(0.5).WithQueue(0, 2);
        stage.Step<Decisions>().WithQueue(0, 2).Step<Decisions>().Step<Decisions>();
        Assert.Equal((3, 0), (stage.Run.Tally.Resolved, stage.Run.Tally.Failed));
    }

    /// <summary>Capacity c·(.5 + e) = 2·(.5 + .85) = 2.7: 2 attempts, or 3 with probability .7.</summary>
    [Fact]
    public void Capacity_follows_experience_and_its_fraction_is_drawn()
    {
        var stage = new Stage(Stage.Of(1) with { Decisions = Alone with { Capacity = 2 } }).WithExperience(0.85);
        var counts = new long[2];
        for (var trial = 0; trial < Stage.Trials; trial++)
        {
            stage.WithQueue(0, 9).Step<Decisions>();
            counts[stage.Run.Tally.Resolved - 2]++;
            _ = stage.Run.Queues.Drop(0);
            stage.Run.Tally.CloseTick();
        }

        GoodnessOfFit.AssertProportions([0.3, 0.7], counts);
    }

    /// <summary>max(0, 1 − capacity/load): 2·(.5 + .5) = 2 of 8 decisions leave .75; 2 of 1 leave 0.</summary>
    [Theory]
    [InlineData(8, 0.75)]
    [InlineData(1, 0)]
    public void Overload_is_the_share_of_the_load_beyond_capacity(int load, double expected)
    {
        var stage = new Stage(Stage.Of(1) with { Decisions = Alone with { Capacity = 2 } }).WithExperience(0.5).WithQueue(0, load);
        Assert.Equal(expected, stage.Step<Decisions>().Run.Overload[0]);
    }

    [Fact]
    public void Deciders_work_in_random_order()
    {
        // Two deciders need the word of a third who has one attempt to give: either is first half of the time.
        var first = new long[2];
        for (var trial = 0; trial < Stage.Trials / 10; trial++)
        {
            var stage = new Stage(Stage.Of(3) with { Decisions = Advised with { ConsultationCost = 1 } }, (ulong)trial).WithAuthority(0, 0, 1);
            stage.WithExperience(0.5, 0.5, 0.5).WithQueue(0, 1).WithQueue(1, 1).Step<Decisions>();
            Assert.Equal(1, stage.Run.Tally.Resolved);
            first[stage.Run.Queues.Open(0) == 0 ? 0 : 1]++;
        }

        GoodnessOfFit.AssertProportions([0.5, 0.5], first);
    }

    private static void AssertSuccess(Decisions decisions, double expected, Func<Stage, Stage> set, int seats = 2)
    {
        var counts = new long[2];
        var stage = new Stage(Stage.Of(seats) with { Decisions = decisions with { Capacity = 8 }, Trust = new() { Step = 0 } })
            .WithAuthority(seats == 1 ? [1] : [0, 1])
            .WithReality(1);
        for (var trial = 0; trial < Stage.Trials; trial++)
        {
            set(stage).WithQueue(0, 1).Step<Decisions>();
            counts[stage.Run.Tally.Succeeded]++;
            stage.Run.Tally.CloseTick();
        }

        if (expected is 0 or 1)
        {
            Assert.Equal(0, counts[(int)(1 - expected)]);
            return;
        }

        GoodnessOfFit.AssertProportions([1 - expected, expected], counts);
    }

    private static Stage Decided(Decisions decisions, Func<Stage, Stage> set, ulong seed = 1)
    {
        // Whoever has to decide has attempts enough whatever its experience.
        var stage = new Stage(Stage.Of(2) with { Decisions = decisions with { Capacity = 8 } }, seed).WithAuthority(0, 1).WithReality(1);
        set(stage).WithQueue(0, 1).Step<Decisions>();
        Assert.Equal(1, stage.Run.Tally.Resolved);
        return stage;
    }
}
