using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 8, sentence by sentence: socialization, superiors, and the code.</summary>
public sealed class LearningTests
{
    private static Scenario Of(int seats, double socialization, double codeLearning, int dimensions = 1) => Stage.Of(seats) with
    {
        Organization = new() { Seats = seats, Sites = 1, BeliefDimensions = dimensions },
        Learning = new() { Socialization = socialization, CodeLearning = codeLearning },
    };

    /// <summary>One step towards the code: opposite → 0 → the code; where the code is 0, none.</summary>
    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1, -1, 0)]
    [InlineData(0, -1, -1)]
    [InlineData(1, 0, 1)]
    public void Socialization_moves_a_belief_one_step_towards_the_code(int belief, int code, int expected)
    {
        var stage = new Stage(Of(1, 1, 0)).WithCode(code).WithBeliefs(0, belief);
        Assert.Equal(expected, stage.Step<Learning>().Belief(0));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void Each_belief_moves_with_its_probability(double probability)
    {
        const int Dimensions = 40;
        var stage = new Stage(Of(1, probability, 0, Dimensions)).WithCode([.. Enumerable.Repeat(1, Dimensions)]);
        var moved = new long[2];
        for (var trial = 0; trial < 2_000; trial++)
        {
            stage.WithBeliefs(0).Step<Learning>();
            var up = System.Numerics.BitOperations.PopCount(stage.Agents.Positive[0]);
            (moved[0], moved[1]) = (moved[0] + Dimensions - up, moved[1] + up);
        }

        GoodnessOfFit.AssertProportions([1 - probability, probability], moved);
    }

    /// <summary>
    /// Reality +1 on three dimensions, the code right on the first only: its score is 1. An agent with two right of three scores 1 too and is no
    /// superior; with all three right it is, and the code follows where it differs.
    /// </summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    public void Only_who_acts_better_than_the_code_teaches_it(int third, int expected)
    {
        var stage = new Stage(Of(1, 0, 1, 3)).WithReality(1, 1, 1).WithCode(1, 0, 0).WithBeliefs(0, 1, 1, third);
        Assert.Equal((1, expected), (stage.Step<Learning>().Code(0), stage.Code(1)));
    }

    /// <summary>Wrong on a dimension, a superior still teaches what it believes: the code errs with it.</summary>
    [Fact]
    public void The_code_takes_over_errors_as_well()
    {
        var stage = new Stage(Of(1, 0, 1, 3)).WithReality(1, 1, 1).WithCode(0, 0, 0).WithBeliefs(0, 1, 1, -1);
        stage.Step<Learning>();
        Assert.Equal((1, 1, -1), (stage.Code(0), stage.Code(1), stage.Code(2)));
    }

    /// <summary>V = n·(.7 − .3) = .8 with n = 2: the holder of more authority wins, with probability 1 − (1 − p2)^.8.</summary>
    [Fact]
    public void Votes_weigh_by_authority_and_move_the_code_with_their_majority()
    {
        var counts = new long[2];
        for (var trial = 0; trial < 10_000; trial++)
        {
            var stage = new Stage(Of(2, 0, 0.4, 3), (ulong)trial).WithAuthority(0.7, 0.3).WithReality(1, 1, 1).WithCode(0, 0, 0)
                .WithBeliefs(0, -1, 1, 1).WithBeliefs(1, 1, 1, 1);
            counts[stage.Step<Learning>().Code(0) == -1 ? 1 : 0]++;
            Assert.InRange(stage.Code(0), -1, 0);
        }

        var moves = 1 - Math.Pow(0.6, 0.8);
        GoodnessOfFit.AssertProportions([1 - moves, moves], counts);
    }

    /// <summary>Equal authority counts heads: three superiors, two to one, V = 1 and probability p2; and a tie moves nothing.</summary>
    /// <summary>One agent of one: V = 1 on each of three dimensions, so each moves with p2 = .3 by itself, and k of them in C(3, k) ways.</summary>
    [Fact]
    public void The_code_moves_on_each_dimension_by_itself()
    {
        var stage = new Stage(Of(1, 0, 0.3, 3)).WithAuthority(1).WithReality(1, 1, 1).WithBeliefs(0, 1, 1, 1);
        var moved = new long[8];
        for (var trial = 0; trial < Stage.Trials; trial++)
        {
            stage.WithCode().Step<Learning>();
            moved[stage.Run.CodePositive]++;
        }

        GoodnessOfFit.AssertProportions([0.343, 0.147, 0.147, 0.063, 0.147, 0.063, 0.063, 0.027], moved);
    }

    [Fact]
    public void Equal_authority_counts_heads()
    {
        var counts = new long[2];
        for (var trial = 0; trial < 10_000; trial++)
        {
            var stage = new Stage(Of(3, 0, 0.4, 3), (ulong)trial).WithAuthority(1.0 / 3, 1.0 / 3, 1.0 / 3).WithReality(1, 1, 1).WithCode(0, 0, 0)
                .WithBeliefs(0, -1, 1, 1).WithBeliefs(1, 1, 1, 1).WithBeliefs(2, 1, 1, 1);
            counts[stage.Step<Learning>().Code(0) == 1 ? 1 : 0]++;
        }

        GoodnessOfFit.AssertProportions([0.6, 0.4], counts);
        var tied = new Stage(Of(2, 0, 1, 3)).WithAuthority(0.5, 0.5).WithReality(1, 1, 1).WithCode(0, 0, 0).WithBeliefs(0, -1, 1, 1).WithBeliefs(1, 1, 1, 1);
        Assert.Equal((0, 1), (tied.Step<Learning>().Code(0), tied.Code(1)));
    }

    /// <summary>The agent is right where the code is wrong. It acts before it is socialized, so it teaches the code what it believed before.</summary>
    [Fact]
    public void Actions_are_those_before_socialization_and_socialization_is_towards_the_old_code()
    {
        var stage = new Stage(Of(1, 1, 1)).WithReality(1).WithCode(-1).WithBeliefs(0, 1);
        stage.Step<Learning>();
        Assert.Equal((0, 1), (stage.Belief(0), stage.Code()));
    }

    /// <summary>Who has no opinion acts by a fair coin: half of the time better than a code of 0, and then the code follows.</summary>
    [Fact]
    public void Who_believes_nothing_acts_by_a_fair_coin()
    {
        var counts = new long[2];
        for (var trial = 0; trial < 4_000; trial++)
        {
            counts[new Stage(Of(1, 0, 1), (ulong)trial).WithReality(1).WithCode(0).WithBeliefs(0, 0).Step<Learning>().Code()]++;
        }

        GoodnessOfFit.AssertProportions([0.5, 0.5], counts);
    }
}
