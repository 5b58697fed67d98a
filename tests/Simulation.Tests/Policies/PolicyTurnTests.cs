using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>What a policy can draw in its turn: willing holders, tied agents, dyads.</summary>
public sealed class PolicyTurnTests
{
    private static PolicyStage Of(int seats, INetworkModel network) => new(new LaissezFaire(), seats, network, seed: 80);

    [Fact]
    public void Only_holders_are_willing_those_who_share_to_share_and_the_others_not_to()
    {
        var stage = Of(4, new CompleteNetwork()).WithAuthority(0.5, 0, 0.25, 0.25).WithSharing(1);
        stage.Sharing[3] = 0;
        var turn = new PolicyTurn(stage.Run);
        Assert.Equal([0, 2], turn.DrawWilling(toShare: true).ToArray());
        Assert.Equal([3], turn.DrawWilling(toShare: false).ToArray());
    }

    [Fact]
    public void A_draw_of_the_willing_takes_one_number_a_seat()
    {
        var stage = Of(4, new CompleteNetwork());
        var random = stage.Run.Streams.Policy;
        _ = new PolicyTurn(stage.Run).DrawWilling(toShare: true);
        for (var seat = 0; seat < 4; seat++)
        {
            random.NextBits();
        }

        Assert.Equal(random.NextBits(), stage.Run.Streams.Policy.NextBits());
    }

    [Fact]
    public void A_tied_agent_is_any_who_is_there()
    {
        var stage = Of(4, new ListedTies((1, 0), (1, 2), (1, 3)));
        stage.Leave(2);
        var turn = new PolicyTurn(stage.Run);
        var counts = new long[4];
        for (var draw = 0; draw < 2_000; draw++)
        {
            counts[turn.DrawTiedAgent(1)]++;
        }

        GoodnessOfFit.AssertProportions([0.5, 0, 0, 0.5], counts);
        Assert.Equal(1, turn.DrawTiedAgent(0));
        stage.Leave(1);
        Assert.Equal(-1, turn.DrawTiedAgent(0));
    }

    [Fact]
    public void A_dyad_is_any_tie_between_two_agents_and_either_comes_first()
    {
        var stage = Of(4, new ListedTies((0, 1), (1, 2), (2, 3)));
        stage.Leave(3);
        var turn = new PolicyTurn(stage.Run);
        var counts = new long[4];
        (int, int)[] dyads = [(0, 1), (1, 0), (1, 2), (2, 1)];
        for (var draw = 0; draw < 4_000; draw++)
        {
            Assert.True(turn.DrawDyad(out var first, out var second));
            counts[Array.IndexOf(dyads, (first, second))]++;
        }

        GoodnessOfFit.AssertProportions([0.25, 0.25, 0.25, 0.25], counts);
    }

    [Fact]
    public void Where_no_two_agents_are_tied_there_is_no_dyad()
    {
        var stage = Of(3, new ListedTies((0, 1)));
        AssertNone(Left(stage, 0));
        AssertNone(Left(stage, 2));
        AssertNone(Of(3, new ListedTies()));

        static PolicyStage Left(PolicyStage stage, int seat)
        {
            stage.Leave(seat);
            return stage;
        }

        static void AssertNone(PolicyStage stage)
        {
            var turn = new PolicyTurn(stage.Run);
            Assert.False(turn.DrawDyad(out var first, out var second));
            Assert.Equal((-1, -1), (first, second));
        }
    }

    [Fact]
    public void A_policy_that_takes_over_remembers_nothing_and_leaves_no_proposal()
    {
        var stage = new PolicyStage(new Council(), 3, new CompleteNetwork());
        stage.Run.PolicyMemory.Clock = 7;
        stage.TakeOver();
        Assert.Equal(0, stage.Run.PolicyMemory.Clock);
        Assert.True(stage.Run.Transfers.IsEmpty);
    }

    // Elections would be held if succession were asked for without a vacancy.
    [Fact]
    public void Succession_acts_where_authority_is_vacant_and_leaves_no_proposal()
    {
        var stage = new PolicyStage(new Elected { VoteNoise = 0 }, 3, new CompleteNetwork()).WithAuthority(0, 1, 0).WithExperience(0.9, 0.1, 0.1);
        Shares.AssertEqual([0, 1, 0], stage.Succeed());
        stage.Leave(1);
        Shares.AssertEqual([1, 0, 0], stage.Succeed());
        Assert.True(stage.Run.Transfers.IsEmpty);
    }
}
