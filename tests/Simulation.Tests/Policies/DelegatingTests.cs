using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class DelegatingTests
{
    // Seat 0 is the director, 1 and 2 are coordinators, 3 and 4 members; all are tied to seat 1, who holds all authority.
    private static PolicyStage OneCoordinatorHolds() =>
        new PolicyStage(new Delegating(), 5, new ListedTies((1, 0), (1, 2), (1, 3), (1, 4)), sites: 2)
            .WithAuthority(0, 1, 0, 0, 0)
            .WithExperience(0.9, 0.3, 0.2, 0.5, 0.4)
            .WithSharing(0.6);

    [Fact]
    public void A_strained_holder_gives_to_the_most_trusted_and_experienced_of_its_level_or_below()
    {
        var stage = OneCoordinatorHolds().WithTrust(1, 4, 0.9);
        stage.Strain[1] = 0.06;

        // w e: director .3·.9 is above it; 2: .06, 3: .15, 4: .36. It gives .1·σ = .06.
        Shares.AssertEqual([0, 0.94, 0, 0, 0.06], stage.Share());
    }

    [Fact]
    public void A_holder_at_the_threshold_keeps_its_authority()
    {
        var stage = OneCoordinatorHolds();
        stage.Strain[1] = 0.05;
        Shares.AssertEqual([0, 1, 0, 0, 0], stage.Share());
    }

    [Fact]
    public void A_strained_holder_with_nobody_below_it_keeps_its_authority()
    {
        var stage = new PolicyStage(new Delegating(), 3, new ListedTies((0, 1)), sites: 1).WithAuthority(0, 1, 0).WithSharing(1);
        stage.Strain[1] = 1;
        Shares.AssertEqual([0, 1, 0], stage.Share());
    }

    [Fact]
    public void Of_equally_trusted_and_experienced_agents_the_lower_seat_is_given()
    {
        var stage = new PolicyStage(new Delegating { DelegationRate = 1 }, 4, new CompleteNetwork())
            .WithAuthority(1, 0, 0, 0).WithExperience(0.5, 0.4, 0.4, 0.4).WithSharing(0.5);
        stage.Strain[0] = 1;
        Shares.AssertEqual([0.5, 0.5, 0, 0], stage.Share());
    }

    [Fact]
    public void Vacant_authority_waits_for_the_lag_and_then_passes_to_the_same_or_the_next_level()
    {
        var stage = OneCoordinatorHolds();
        stage.Leave(1);
        stage.Tick += 11;
        Shares.AssertEqual([0, 0, 0, 0, 0], stage.Succeed());
        stage.Tick += 1;

        // The director is the most experienced, but above the seat.
        Shares.AssertEqual([0, 0, 0, 1, 0], stage.Succeed());
        Assert.Equal(0, stage.VacantAuthority);
    }

    // Of its .5 it gives .1·σ = .06. By w e seat 3 has .3·.5 and seat 4 .35·.4.
    [Fact]
    public void A_holder_gives_a_share_of_what_it_holds_by_trust_times_experience()
    {
        var stage = OneCoordinatorHolds().WithAuthority(0.5, 0.5, 0, 0, 0).WithTrust(1, 4, 0.35);
        stage.Strain[1] = 0.06;
        Shares.AssertEqual([0.5, 0.47, 0, 0.03, 0], stage.Share());
    }

    [Fact]
    public void A_holder_may_give_to_its_own_level()
    {
        var stage = OneCoordinatorHolds().WithTrust(1, 2, 0.9);
        stage.Strain[1] = 1;
        Shares.AssertEqual([0, 0.94, 0.06, 0, 0], stage.Share());
    }

    [Fact]
    public void A_member_tied_to_nobody_but_those_above_keeps_its_authority()
    {
        var stage = new PolicyStage(new Delegating(), 4, new ListedTies((0, 3), (0, 1)), sites: 1).WithAuthority(0, 0, 0, 1).WithSharing(1);
        stage.Strain[3] = 1;
        Shares.AssertEqual([0, 0, 0, 1], stage.Share());
    }
}
