using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class HierarchyTests
{
    // Seat 0 directs, 1 and 2 coordinate, 3 to 5 are members.
    private static PolicyStage Six(INetworkModel network) => new(new Hierarchy(), 6, network, sites: 2);

    [Fact]
    public void Levels_are_founded_with_their_shares() =>
        Shares.AssertEqual([0.5, 0.175, 0.175, 0.05, 0.05, 0.05], Six(new CompleteNetwork()).Authority);

    // A director and a coordinator: what members would hold is shared as .5 to .35.
    [Fact]
    public void A_level_without_seats_leaves_its_share_to_the_others() =>
        Shares.AssertEqual([0.5 / 0.85, 0.35 / 0.85], new PolicyStage(new Hierarchy(), 2, new CompleteNetwork()).Authority);

    [Fact]
    public void Shares_drift_to_their_levels_by_a_twentieth_of_the_gap()
    {
        var stage = Six(new CompleteNetwork()).WithAuthority(0, 1, 0, 0, 0, 0);
        Shares.AssertEqual([0.025, 1 - (0.05 * 0.825), 0.05 * 0.175, 0.0025, 0.0025, 0.0025], stage.Share());
    }

    [Fact]
    public void Levels_share_what_is_held_and_only_among_those_that_are_occupied()
    {
        var stage = Six(new CompleteNetwork());
        stage.Leave(0);

        // Half is vacant. Coordinators are due .35/.5 and members .15/.5 of the other half, which is what they hold.
        Shares.AssertEqual([0, 0.175, 0.175, 0.05, 0.05, 0.05], stage.Share());
        Assert.Equal(0.5, stage.VacantAuthority);
    }

    [Fact]
    public void Vacant_authority_passes_after_the_lag_to_the_most_experienced_tied_agent_of_the_same_or_the_next_level()
    {
        var stage = Six(new ListedTies((1, 0), (1, 2), (1, 3), (1, 4))).WithAuthority(0, 1, 0, 0, 0, 0).WithExperience(0.9, 0.5, 0.3, 0.2, 0.4, 0.8);
        stage.Leave(1);
        stage.Tick += 11;
        Assert.Equal(0, stage.Succeed().Sum());
        stage.Tick += 1;

        // The director is above, 5 is not tied.
        Shares.AssertEqual([0, 0, 0, 0, 1, 0], stage.Succeed());
    }

    [Fact]
    public void Where_nobody_tied_qualifies_the_most_experienced_anywhere_takes_it()
    {
        // The director's next level are the coordinators; members do not qualify.
        var stage = Six(new ListedTies((0, 3))).WithAuthority(1, 0, 0, 0, 0, 0).WithExperience(0.5, 0.1, 0.1, 0.9, 0.95, 0.2);
        stage.Leave(0);
        stage.Tick += 12;
        Shares.AssertEqual([0, 0, 0, 0, 1, 0], stage.Succeed());
    }

    [Fact]
    public void Where_only_levels_without_a_share_are_occupied_they_hold_all()
    {
        var stage = new PolicyStage(new Hierarchy { DirectorShare = 1, CoordinatorsShare = 0, RestoreRate = 1 }, 3, new CompleteNetwork());
        stage.WithAuthority(0, 0.2, 0.8);
        stage.Leave(0);
        Shares.AssertEqual([0, 0.5, 0.5], stage.Share());
    }

    /// <summary>Vacant shares may sum to a rounding more than all authority; what is held is not less than nothing for that.</summary>
    [Fact]
    public void Nobody_owes_authority_when_nearly_all_of_it_is_vacant()
    {
        var stage = new PolicyStage(new Hierarchy(), 4, new CompleteNetwork()).WithAuthority(0.5, 0.5000000000000002, 1e-15, 0);
        stage.Leave(0);
        stage.Leave(1);
        Assert.True(stage.VacantAuthority > 1);
        Assert.All(stage.Share(), share => Assert.True(share >= 0));
    }

    /// <summary>
    /// Half is vacant with the director. Of the other half coordinators are due .35/.5 together, .175 each, members .05 each: a twentieth of the gap from
    /// .3 and .2, and from nothing.
    /// </summary>
    [Fact]
    public void Shares_drift_to_what_is_due_of_what_is_held()
    {
        var stage = Six(new CompleteNetwork()).WithAuthority(0.5, 0.3, 0.2, 0, 0, 0);
        stage.Leave(0);
        Shares.AssertEqual([0, 0.3 - (0.05 * 0.125), 0.2 - (0.05 * 0.025), 0.0025, 0.0025, 0.0025], stage.Share());
    }

    [Fact]
    public void Levels_without_a_share_drift_to_equal_shares_where_they_are_alone()
    {
        var stage = new PolicyStage(new Hierarchy { DirectorShare = 1, CoordinatorsShare = 0, RestoreRate = 0.5 }, 3, new CompleteNetwork());
        stage.WithAuthority(0, 0.2, 0.8);
        stage.Leave(0);
        Shares.AssertEqual([0, 0.35, 0.65], stage.Share());
    }

    // All three are members here, and 2 is tied to 0 only; 1 is more experienced than 0.
    [Fact]
    public void Whoever_is_promoted_may_sit_in_the_first_seat()
    {
        var stage = new PolicyStage(new Hierarchy(), 3, new ListedTies((2, 0))).WithAuthority(0, 0, 1).WithExperience(0.2, 0.4, 0.9);
        stage.Level.Fill(2);
        stage.Leave(2);
        stage.Tick += 12;
        Shares.AssertEqual([1, 0, 0], stage.Succeed());
        var anywhere = new PolicyStage(new Hierarchy(), 3, new ListedTies()).WithAuthority(0, 0, 1).WithExperience(0.5, 0.4, 0.9);
        anywhere.Leave(2);
        anywhere.Tick += 12;
        Shares.AssertEqual([1, 0, 0], anywhere.Succeed());
    }

    [Fact]
    public void The_most_experienced_is_promoted_and_the_lower_seat_among_equals()
    {
        var first = new PolicyStage(new Hierarchy(), 4, new CompleteNetwork()).WithAuthority(0, 0, 0, 1).WithExperience(0.5, 0.2, 0.4, 0.9);
        first.Level.Fill(2);
        first.Leave(3);
        first.Tick += 12;
        Shares.AssertEqual([1, 0, 0, 0], first.Succeed());
        var equal = new PolicyStage(new Hierarchy(), 4, new CompleteNetwork()).WithAuthority(0, 0, 0, 1).WithExperience(0.1, 0.4, 0.4, 0.9);
        equal.Level.Fill(2);
        equal.Leave(3);
        equal.Tick += 12;
        Shares.AssertEqual([0, 1, 0, 0], equal.Succeed());
    }
}
