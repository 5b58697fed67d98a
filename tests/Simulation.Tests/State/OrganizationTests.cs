using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>Authority moves and falls vacant without any being made or lost, and a seat that is left keeps nothing of its agent.</summary>
public sealed class OrganizationTests
{
    private static PolicyStage Of(ILeadershipPolicy policy, params double[] authority) =>
        new PolicyStage(policy, authority.Length, new CompleteNetwork()).WithAuthority(authority);

    private static double[] Apply(PolicyStage stage)
    {
        stage.Organization.Apply(stage.Run.Transfers, stage.Tick, stage.Run.Interactions);
        stage.Run.Transfers.Clear();
        return stage.Authority;
    }

    [Fact]
    public void Where_nothing_is_proposed_nothing_changes()
    {
        var stage = Of(new LaissezFaire(), 0.5, 0.5);
        var version = stage.Organization.AuthorityVersion;
        Shares.AssertEqual([0.5, 0.5], Apply(stage));
        Assert.Equal(version, stage.Organization.AuthorityVersion);
    }

    [Fact]
    public void Gifts_inheritances_and_what_goes_vacant_move_together()
    {
        var stage = Of(new LaissezFaire(), 0.4, 0.3, 0.2, 0.1);
        stage.Leave(3);
        stage.Tick = 5;
        var transfers = stage.Run.Transfers;
        transfers.Give(0, 1, 0.1);
        transfers.Give(1, 2, 0.3);
        transfers.Release(2, 0.05);
        transfers.Inherit(3, 0, 0.04);
        Shares.AssertEqual([0.34, 0.1, 0.45, 0], Apply(stage));
        Shares.AssertEqual([0, 0, 0.05, 0.06], stage.Vacant);
        Assert.Equal(0.11, stage.VacantAuthority, 1e-12);
        Assert.Equal([3, 2], stage.Organization.Vacancies.Items.ToArray());
        Assert.Equal((5, 1), (stage.Organization.VacantSince[2], stage.Organization.VacantSince[3]));
    }

    // .1 + .2 of what is vacant at a seat leaves, by rounding, a trifle that nobody could take up any more.
    [Fact]
    public void Whoever_takes_all_but_a_rounding_takes_that_too()
    {
        var stage = Of(new LaissezFaire(), 0.3, 0.7, 0);
        stage.Leave(0);
        stage.Run.Transfers.Inherit(0, 1, 0.3 - 1e-13);
        Shares.AssertEqual([0, 1, 0], Apply(stage), 0);
        Assert.Equal((0, 0, 0), (stage.VacantAuthority, stage.Vacant[0], stage.Organization.Vacancies.Count));
    }

    [Theory]
    [InlineData(false, new[] { 0, 0.25, 0.25, 0 }, 0.5)]
    [InlineData(true, new[] { 0, 0.5, 0.5, 0 }, 0.0)]
    public void An_allocation_is_scaled_to_what_there_is(bool includeVacant, double[] expected, double vacant)
    {
        var stage = Of(new LaissezFaire(), 0.5, 0.5, 0, 0);
        stage.Leave(0);
        var shares = stage.Run.Transfers.Allocate(includeVacant);
        (shares[1], shares[2]) = (3, 3);
        Shares.AssertEqual(expected, Apply(stage));
        Assert.Equal(vacant, stage.VacantAuthority, 1e-12);
    }

    [Fact]
    public void An_allocation_to_nobody_leaves_authority_where_it_is()
    {
        var stage = Of(new LaissezFaire(), 0.5, 0.5);
        stage.Run.Transfers.Allocate(includeVacant: true);
        Shares.AssertEqual([0.5, 0.5], Apply(stage));
    }

    [Fact]
    public void Who_held_nothing_leaves_no_vacancy()
    {
        var stage = Of(new LaissezFaire(), 1, 0);
        stage.Leave(1);
        Assert.Equal(0, stage.Organization.Vacancies.Count);
        Assert.Equal((1, 1), (stage.Organization.OccupiedSeats, stage.Organization.Departures));
    }

    /// <summary>What falls vacant again at a seat is added to what is vacant, and as old as that.</summary>
    [Fact]
    public void A_seat_that_falls_vacant_again_has_one_vacancy()
    {
        var stage = Of(new LaissezFaire(), 0.6, 0.4);
        stage.Leave(0);
        stage.Recruit(0);
        stage.WithAuthority(0.1, 0.3);
        stage.Tick = 9;
        stage.Leave(0);
        Assert.Equal([0], stage.Organization.Vacancies.Items.ToArray());
        Assert.Equal((0.7, 1, 2), (Math.Round(stage.Vacant[0], 12), stage.Organization.VacantSince[0], stage.Organization.Generation[0]));
        Assert.Equal(0.7, stage.VacantAuthority, 1e-12);
    }

    /// <summary>Seat 1 is left and its .5 are inherited: whoever draws holders by authority has to see both.</summary>
    [Fact]
    public void What_is_derived_from_authority_sees_every_change()
    {
        var stage = Of(new Equal(), 0.5, 0.5);
        stage.Run.AuthorityIndex.Update(stage.Organization);
        stage.Leave(1);
        stage.Succeed();
        stage.Run.AuthorityIndex.Update(stage.Organization);
        Assert.Equal(1, stage.Run.AuthorityIndex.Held);
        Assert.Equal(0, stage.Run.AuthorityIndex.HolderAt(0.99));
    }

    /// <summary>The leaver's half goes to seat 0, which the three others elect: one flow, from seat 1.</summary>
    [Fact]
    public void A_new_allocation_of_what_was_vacant_flows_from_the_leaver()
    {
        var stage = Of(new Elected { VoteNoise = 0 }, 0.5, 0.5, 0).WithExperience(0.9, 0.1, 0.1).WithFlows();
        stage.Leave(1);
        Shares.AssertEqual([1, 0, 0], stage.Succeed());
        Assert.Equal(1, stage.Flows);
    }

    [Fact]
    public void A_newcomer_has_nothing_of_whoever_or_whatever_was_at_the_seat()
    {
        var stage = Of(new LaissezFaire(), 1, 0);
        stage.Leave(1);
        (stage.Strain[1], stage.Organization.Power[1], stage.LeaderIdentity[1], stage.FollowerIdentity[1]) = (0.5, 0.5, 0.9, 0.9);
        stage.Tick = 8;
        stage.Recruit(1);
        Assert.Equal((0, 0, 0.5, 0.5), (stage.Strain[1], stage.Organization.Power[1], stage.LeaderIdentity[1], stage.FollowerIdentity[1]));
        Assert.Equal((8, 2, true), (stage.Organization.HireTick[1], stage.Organization.OccupiedSeats, stage.Organization.IsOccupied(1)));
        Assert.False(stage.Organization.IsFirstAgent(1));
    }

    [Fact]
    public void An_organization_that_is_laid_out_again_remembers_nothing()
    {
        var stage = Of(new LaissezFaire(), 0.5, 0.5);
        stage.Tick = 6;
        stage.Leave(1);
        stage.Organization.Reset(new OrganizationSize { Seats = 2, Sites = 1, BeliefDimensions = 3 }, null);
        var organization = stage.Organization;
        Assert.Equal((0, 0, 0), (organization.Vacancies.Count, organization.VacantAuthority, organization.EmptySeats.Count));
        Assert.Equal((0, 0), (organization.Departures, organization.OccupiedSeats));
        Assert.Equal([0, 0, 0], organization.OccupiedAtLevel);
        Assert.Equal((3, 7UL), (organization.BeliefDimensions, organization.Dimensions));
        Assert.Equal([0, 0], organization.VacantSince[..2]);
        Assert.Equal([0, 0], organization.Generation[..2]);
        Assert.Equal([0, 0], organization.Authority[..2]);
        Assert.Equal([0, 0], organization.Vacant[..2]);
    }
}
