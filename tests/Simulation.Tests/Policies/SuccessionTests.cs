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

    // Seat 1 is the senior, and seat 0 the most experienced of the others.
    private static PolicyStage SecondSeatIsSenior(Succession policy, INetworkModel? network = null) =>
        new PolicyStage(policy, 4, network ?? new CompleteNetwork()).WithAuthority(0, 1, 0, 0).WithExperience(0.6, 0.9, 0.4, 0.3);

    [Fact]
    public void An_heir_in_the_first_seat_stays_the_heir_and_takes_over_at_once()
    {
        var stage = SecondSeatIsSenior(NoMentoring);
        Shares.AssertEqual([0.1, 0.9, 0, 0], stage.Share());
        stage.WithTrust(1, 2, 1);
        Shares.AssertEqual([0.15, 0.85, 0, 0], stage.Share());
        stage.Leave(1);
        Shares.AssertEqual([1, 0, 0, 0], stage.Succeed());
    }

    [Fact]
    public void An_heir_in_the_first_seat_who_is_not_ready_takes_over_after_the_lag()
    {
        var stage = SecondSeatIsSenior(NoMentoring with { Readiness = 0, ShareRate = 0 });
        stage.Share();
        stage.WithExperience(0.1, 0.9, 0.4, 0.3);
        stage.Leave(1);
        Shares.AssertEqual([0, 0, 0, 0], stage.Succeed());
        stage.Tick += 12;
        Shares.AssertEqual([1, 0, 0, 0], stage.Succeed());
    }

    [Fact]
    public void A_tenth_of_what_the_senior_holds_is_handed()
    {
        var stage = Senior(NoMentoring).WithAuthority(0.8, 0.1, 0, 0.1);
        Shares.AssertEqual([0.72, 0.1, 0.08, 0.1], stage.Share());
    }

    [Fact]
    public void Who_holds_exactly_the_seniors_share_is_no_senior()
    {
        var stage = Senior(NoMentoring with { SeniorShare = 0.5 }).WithAuthority(0.5, 0.1, 0, 0.4);
        Shares.AssertEqual([0.5, 0.1, 0, 0.4], stage.Share());
    }

    [Fact]
    public void The_next_occupant_of_a_seniors_seat_names_an_heir_of_its_own()
    {
        var stage = SecondSeatIsSenior(NoMentoring);
        stage.WithTrust(1, 2, 1).Share();
        stage.Leave(1);
        stage.Succeed();
        stage.Recruit(1);
        stage.WithAuthority(0, 1, 0, 0).WithExperience(0.6, 0.9, 0.4, 0.3).WithTrust(1, 3, 1);
        Shares.AssertEqual([0, 0.9, 0, 0.1], stage.Share());
    }

    [Theory]
    [InlineData(0.6, 0)]
    [InlineData(0.2, 2)]
    public void Without_a_tied_agent_authority_waits_and_goes_to_the_most_experienced_anywhere(double first, int heir)
    {
        var stage = SecondSeatIsSenior(NoMentoring, new ListedTies()).WithExperience(first, 0.9, 0.4, 0.3);
        Shares.AssertEqual([0, 1, 0, 0], stage.Share());
        stage.Leave(1);
        stage.Succeed();
        stage.Tick += 11;
        Assert.Equal(0, stage.Succeed().Sum());
        stage.Tick += 1;
        Assert.Equal(1, stage.Succeed()[heir]);
    }

    // 2 is tied to the leaver, 0 is not, and more experienced; the first seat can be that of whom the leaver would have named, too.
    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void Without_an_heir_it_goes_to_whom_the_leaver_would_have_named(int tied)
    {
        var stage = SecondSeatIsSenior(NoMentoring, new ListedTies((1, tied))).WithExperience(0.6, 0.9, 0.4, 0.3);
        stage.Experience[2 - tied] = 0.8;
        stage.Leave(1);
        stage.Succeed();
        stage.Tick += 12;
        Assert.Equal(1, stage.Succeed()[tied]);
    }
}
