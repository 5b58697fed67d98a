using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class SuccessionTests
{
    private static readonly Succession NoMentoring = new() { Mentoring = 0 };

    private static PolicyStage Senior(Succession policy, ulong seed = 1) =>
        new PolicyStage(policy, 4, new CompleteNetwork(), seed: seed).WithAuthority(1, 0, 0, 0).WithExperience(0.9, 0.2, 0.6, 0.3);

    [Fact]
    public void The_heir_is_handed_a_tenth_up_to_its_share()
    {
        var stage = Senior(NoMentoring);
        Shares.AssertEqual([0.9, 0, 0.1, 0], stage.Share());
        Shares.AssertEqual([0.85, 0, 0.15, 0], stage.Share());
        Shares.AssertEqual([0.85, 0, 0.15, 0], stage.Share());
    }

    [Fact]
    public void Who_holds_no_more_than_the_seniors_share_names_nobody()
    {
        var stage = Senior(NoMentoring).WithAuthority(0.25, 0.25, 0.25, 0.25);
        Shares.AssertEqual([0.25, 0.25, 0.25, 0.25], stage.Share());
    }

    [Fact]
    public void The_heir_stays_the_heir_when_another_comes_to_be_trusted_more()
    {
        var stage = Senior(NoMentoring);
        stage.Share();
        stage.WithTrust(0, 1, 1).WithExperience(0.9, 1, 0.6, 0.3).Share();
        stage.Leave(0);
        Shares.AssertEqual([0, 0, 1, 0], stage.Succeed());
    }

    [Fact]
    public void When_the_heir_has_left_another_is_named()
    {
        var stage = Senior(NoMentoring);
        stage.Share();
        stage.Leave(2);
        stage.Share();
        stage.Leave(0);

        // What the first heir held waits.
        Assert.Equal(0.9, stage.Succeed()[3], 1e-12);
    }

    [Fact]
    public void An_heir_who_is_not_ready_takes_over_after_the_lag()
    {
        var stage = Senior(new Succession { Mentoring = 0, Readiness = 0 });
        stage.Share();
        stage.Leave(0);
        stage.Succeed();
        stage.Tick += 11;
        Shares.AssertEqual([0, 0, 0.1, 0], stage.Succeed());
        stage.Tick += 1;
        Shares.AssertEqual([0, 0, 1, 0], stage.Succeed());
    }

    // Only holders of more than .25 name an heir: what another holder leaves waits too, up to tick 1 + 12.
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.2)]
    public void Without_an_heir_authority_waits_for_the_lag_whatever_its_share(double share)
    {
        var stage = Senior(NoMentoring).WithAuthority(share, (1 - share) / 2, (1 - share) / 2, 0);
        stage.Leave(0);
        stage.Succeed();
        stage.Tick += 11;
        stage.Succeed();
        Assert.Equal(share, stage.VacantAuthority, 1e-12);
        stage.Tick += 1;
        Assert.Equal(((1 - share) / 2) + share, stage.Succeed()[2], 1e-12);
    }

    [Fact]
    public void An_heir_who_has_left_is_not_replaced_before_the_lag()
    {
        var stage = Senior(NoMentoring);
        stage.Share();
        stage.Leave(2);
        stage.Leave(0);
        stage.Succeed();
        stage.Tick += 11;
        Assert.Equal(0, stage.Succeed().Sum());
        stage.Tick += 1;
        Shares.AssertEqual([0, 0, 0, 1], stage.Succeed());
    }

    [Fact]
    public void Heirs_are_ready_with_the_probability_of_readiness()
    {
        var counts = new long[2];
        for (var seed = 0UL; seed < 2_000; seed++)
        {
            var stage = Senior(new Succession { Readiness = 0.4, ShareRate = 0 }, seed);
            stage.Share();
            stage.Leave(0);
            counts[stage.Succeed().Sum() > 0 ? 1 : 0]++;
        }

        GoodnessOfFit.AssertProportions([0.6, 0.4], counts);
    }

    [Fact]
    public void Mentoring_copies_one_belief_and_adds_experience()
    {
        var stage = Senior(new Succession { Mentoring = 1 });
        var organization = stage.Organization;
        (organization.Positive[0], organization.Negative[0]) = (organization.Dimensions, 0);
        (organization.Positive[2], organization.Negative[2]) = (0, organization.Dimensions);
        stage.Share();
        Assert.Equal(1, System.Numerics.BitOperations.PopCount(organization.Positive[2]));
        Assert.Equal(organization.Dimensions, organization.Positive[2] | organization.Negative[2]);

        // As by a decision: e + .02 (1 − e).
        Assert.Equal(0.608, stage.Experience[2], 1e-12);
    }
}
