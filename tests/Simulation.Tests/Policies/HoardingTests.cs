using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class HoardingTests
{
    [Fact]
    public void A_hoarder_claims_a_tenth_of_a_weaker_tied_agents_authority()
    {
        var stage = new PolicyStage(new Hoarding(), 3, new ListedTies((0, 1), (1, 2))).WithAuthority(0.6, 0.4, 0).WithSharing(0);

        // 0 claims from 1; 1 finds only 2 weaker, who has nothing.
        Shares.AssertEqual([0.64, 0.36, 0], stage.Share());
    }

    [Fact]
    public void Claims_are_applied_together_on_the_authority_before_them()
    {
        var stage = new PolicyStage(new Hoarding(), 3, new ListedTies((0, 1), (1, 2))).WithAuthority(0.5, 0.3, 0.2).WithSharing(0);

        // 1 loses .03 to 0 and gains .02 from 2, who has nobody weaker.
        Shares.AssertEqual([0.53, 0.29, 0.18], stage.Share());
    }

    [Fact]
    public void Who_claims_more_than_there_is_gets_it_cut_in_proportion()
    {
        var stage = new PolicyStage(new Hoarding { ClaimRate = 1 }, 3, new ListedTies((0, 2), (1, 2))).WithAuthority(0.5, 0.3, 0.2).WithSharing(0);
        Shares.AssertEqual([0.6, 0.4, 0], stage.Share());
    }

    [Fact]
    public void Sharing_agents_claim_nothing()
    {
        var stage = new PolicyStage(new Hoarding(), 3, new CompleteNetwork()).WithAuthority(0.6, 0.4, 0).WithSharing(1);
        Shares.AssertEqual([0.6, 0.4, 0], stage.Share());
    }

    [Fact]
    public void The_victim_is_any_weaker_tied_agent_with_equal_chance()
    {
        var counts = new long[4];
        var stage = new PolicyStage(new Hoarding(), 4, new CompleteNetwork(), seed: 50);
        for (var draw = 0; draw < 6_000; draw++)
        {
            stage.WithAuthority(0.7, 0.1, 0.1, 0.1).WithSharing(1);
            stage.Sharing[0] = 0;
            counts[Array.FindIndex(stage.Share(), share => share < 0.1)]++;
        }

        GoodnessOfFit.AssertProportions([0, 1 / 3.0, 1 / 3.0, 1 / 3.0], counts);
    }

    [Fact]
    public void The_empty_seat_keeps_authority_for_whoever_fills_it()
    {
        var stage = new PolicyStage(new Hoarding(), 3, new CompleteNetwork()).WithAuthority(0.7, 0.3, 0);
        stage.Leave(0);
        Shares.AssertEqual([0, 0.3, 0], stage.Succeed());
        Shares.AssertEqual([0.7, 0, 0], stage.Vacant);
        stage.Recruit(0);
        Shares.AssertEqual([0.7, 0.3, 0], stage.Succeed());
    }

    [Fact]
    public void Whoever_is_claimed_from_may_sit_in_the_first_seat()
    {
        var stage = new PolicyStage(new Hoarding(), 2, new CompleteNetwork()).WithAuthority(0.4, 0.6).WithSharing(0);
        Shares.AssertEqual([0.36, 0.64], stage.Share());
    }

    [Fact]
    public void Who_holds_as_much_is_not_weaker()
    {
        var stage = new PolicyStage(new Hoarding(), 3, new ListedTies((0, 1))).WithAuthority(0.4, 0.4, 0.2).WithSharing(1);
        stage.Sharing[0] = 0;
        Shares.AssertEqual([0.4, 0.4, 0.2], stage.Share());
    }
}
