using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>V_j = Σ n·a_i·A_ij over those who act better than the code: equal authority counts heads, vacant or unequal authority weighs.</summary>
public sealed class CodeVoteTests
{
    private static Stage Of(int seats, int dimensions, ulong seed = 1) => new(
        Stage.Of(seats) with { Organization = new() { Seats = seats, Sites = 1, BeliefDimensions = dimensions } }, seed);

    private static double[] Votes(Stage stage, int dimensions)
    {
        var vote = new CodeVote();
        Assert.True(vote.Count(stage.Run));
        double[] votes = [.. Enumerable.Range(0, dimensions).Select(vote.Majority)];
        Assert.Equal((BitsOf(votes, 1), BitsOf(votes, -1)), vote.Majorities(stage.Agents.Dimensions));
        return votes;
    }

    // The dimensions whose vote has a sign.
    private static ulong BitsOf(double[] votes, int sign)
    {
        var bits = 0UL;
        for (var k = 0; k < votes.Length; k++)
        {
            bits |= Math.Sign(votes[k]) == sign ? 1UL << k : 0;
        }

        return bits;
    }

    // Reality is +1 on seven dimensions, of which everybody is right on more than half.
    private static Stage Seven(params double[] authority) => Of(3, 7).WithAuthority(authority).WithReality(1, 1, 1, 1, 1, 1, 1)
        .WithBeliefs(0, 1, 1, 1, 1, 1, -1, -1)
        .WithBeliefs(1, 1, -1, 1, 1, -1, 1, 1)
        .WithBeliefs(2, 1, -1, 1, -1, 1, 1, -1);

    [Fact]
    public void Equal_authority_of_all_counts_heads() =>
        Assert.Equal([3, -1, 3, 1, 1, 1, -1], Votes(Seven(1.0 / 3, 1.0 / 3, 1.0 / 3), 7));

    /// <summary>Weights n·a of .9, 1.5 and .6.</summary>
    [Fact]
    public void Unequal_authority_weighs()
    {
        double[] expected = [3, 0.9 - 2.1, 3, 2.4 - 0.6, 1.5 - 1.5, 2.1 - 0.9, 1.5 - 1.5];
        var votes = Votes(Seven(0.3, 0.5, 0.2), 7);
        Assert.All(Enumerable.Range(0, 7), k => Assert.Equal(expected[k], votes[k], 1e-12));

        // Two sides that weigh the same are a tie, whatever rounding makes of them.
        Assert.Equal((0, 0), (votes[4], votes[6]));
    }

    /// <summary>.4 each of two agents and the rest vacant: n·a = 1.2 a head. The third holds nothing and has no vote.</summary>
    [Fact]
    public void What_is_vacant_has_no_vote()
    {
        var stage = Seven(0.4, 0.4, 0.2);
        Departure.Leave(stage.Run, 2);
        Assert.Equal([2.4, 0, 2.4, 2.4, 0, 0, 0], Votes(stage, 7).Select(v => Math.Round(v, 12)));
    }

    /// <summary>Two of three seats are occupied and hold ½ each: n·a = 1.5 a head.</summary>
    [Fact]
    public void Empty_seats_make_the_votes_of_the_others_heavier()
    {
        var stage = Seven(0.5, 0.5, 0);
        Departure.Leave(stage.Run, 2);
        Assert.Equal([3, 0, 3, 3, 0, 0, 0], Votes(stage, 7));
    }

    // The two holders have n·a = 1.5 a head, whoever else is there.
    [Theory]
    [InlineData(new[] { 0.5, 0.5, 0 }, new[] { 3.0, 0, 3, 3, 0, 0, 0 })]
    [InlineData(new[] { 0, 0.5, 0.5 }, new[] { 3.0, -3, 3, 0, 0, 3, 0 })]
    public void Who_is_there_without_authority_has_no_vote_beside_equal_holders(double[] authority, double[] expected) =>
        Assert.Equal(expected, Votes(Seven(authority), 7).Select(v => Math.Round(v, 12)));

    /// <summary>
    /// Score of the code: right on two, wrong on one, silent on four, with reality of both signs: 1. Agents with four right of seven have a score of 1 too and
    /// are no superiors, the one with five right scores 3.
    /// </summary>
    [Fact]
    public void Only_who_acts_better_than_the_code_votes()
    {
        var stage = Of(3, 7).WithAuthority(0.3, 0.5, 0.2).WithReality(1, -1, 1, -1, 1, -1, 1).WithCode(1, -1, -1, 0, 0, 0, 0)
            .WithBeliefs(0, 1, -1, 1, -1, -1, 1, -1).WithBeliefs(1, 1, -1, 1, -1, 1, 1, -1).WithBeliefs(2, -1, 1, -1, -1, 1, -1, 1);
        Assert.Equal([1.5, -1.5, 1.5, -1.5, 1.5, 1.5, -1.5], Votes(stage, 7).Select(v => Math.Round(v, 12)));
        stage.WithCode(1, -1, 1, -1, -1, 0, 0);
        Assert.False(new CodeVote().Count(stage.Run));
    }

    /// <summary>
    /// The code is right on the first two of six dimensions, wrong on the next two: its score is 0. An agent that is right on 5, 4 or 3 scores 4, 2 or 0.
    /// </summary>
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, -1, true)]
    [InlineData(-1, -1, false)]
    public void The_score_of_the_code_counts_both_signs(int fifth, int sixth, bool isSuperior)
    {
        var stage = Of(1, 6).WithReality(-1, -1, 1, -1, 1, 1).WithCode(-1, -1, -1, 1, 0, 0).WithBeliefs(0, -1, -1, -1, -1, fifth, sixth);
        Assert.Equal(isSuperior, new CodeVote().Count(stage.Run));
    }

    /// <summary>Who has no opinion on one of three dimensions tosses a coin there, and is superior to a score of 1 only where the coin is right.</summary>
    [Fact]
    public void Undecided_superiors_act_by_a_coin()
    {
        var counts = new long[2];
        for (var seed = 0UL; seed < 4_000; seed++)
        {
            var stage = Of(1, 3, seed).WithReality(1, -1, -1).WithCode(1, 0, 0).WithBeliefs(0, 1, -1, 0);
            counts[new CodeVote().Count(stage.Run) ? 1 : 0]++;
        }

        GoodnessOfFit.AssertProportions([0.5, 0.5], counts);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.7, 0.3)]
    public void A_count_starts_from_nothing(double first, double second)
    {
        var vote = new CodeVote();
        var stage = Of(2, 3).WithAuthority(first, second).WithReality(1, 1, 1).WithBeliefs(0, 1, 1, -1).WithBeliefs(1, 1, 1, -1);
        for (var count = 0; count < 3; count++)
        {
            Assert.True(vote.Count(stage.Run));
            Assert.Equal([2, 2, -2], Enumerable.Range(0, 3).Select(k => Math.Round(vote.Majority(k), 12)));
        }
    }

    /// <summary>Forty-one superiors: counted in binary over six digits, and by weight over 64 dimensions.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_number_of_votes_on_any_number_of_dimensions_is_counted(bool equal)
    {
        const int Seats = 41, Dimensions = 64;
        var stage = Of(Seats, Dimensions).WithReality([.. Enumerable.Repeat(1, Dimensions)]);
        double[] authority = [.. Enumerable.Range(0, Seats).Select(seat => equal ? 1.0 / Seats : (seat + 1) * 2.0 / (Seats * (Seats + 1)))];
        stage.WithAuthority(authority);
        var expected = new double[Dimensions];
        for (var seat = 0; seat < Seats; seat++)
        {
            // Wrong on one dimension in three, another one for every seat.
            int[] beliefs = [.. Enumerable.Range(0, Dimensions).Select(k => ((k * (seat + 1)) + seat) % 7 < 2 ? -1 : 1)];
            stage.WithBeliefs(seat, beliefs);
            for (var k = 0; k < Dimensions && beliefs.Sum() > 0; k++)
            {
                expected[k] += Seats * authority[seat] * beliefs[k];
            }
        }

        var votes = Votes(stage, Dimensions);
        Assert.All(Enumerable.Range(0, Dimensions), k => Assert.Equal(expected[k], votes[k], 1e-9));
    }

    /// <summary>1/49 times 49 is not 1 in binary: equal holders are counted, not weighed, with an empty seat beside them or without.</summary>
    [Theory]
    [InlineData(49, 49.0)]
    [InlineData(50, 49 * (50.0 / 49))]
    public void Equal_holders_are_counted_exactly(int seats, double expected)
    {
        var stage = Of(seats, 1).WithReality(1);
        for (var seat = 0; seat < seats; seat++)
        {
            stage.Agents.Authority[seat] = seat < 49 ? 1.0 / 49 : 0;
            stage.WithBeliefs(seat, 1);
        }

        if (seats > 49)
        {
            Departure.Leave(stage.Run, 49);
        }

        Assert.Equal([expected], Votes(stage, 1));
    }

    [Fact]
    public void Who_is_superior_without_authority_gives_no_vote_to_count()
    {
        var stage = Of(2, 1).WithAuthority(1, 0).WithReality(1).WithBeliefs(0, -1).WithBeliefs(1, 1);
        Assert.False(new CodeVote().Count(stage.Run));
    }
}
