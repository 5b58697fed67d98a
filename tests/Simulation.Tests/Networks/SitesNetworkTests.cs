using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>Director–coordinators, coordinators–members of their site, and random pairs within sites and across, counted and listed by hand.</summary>
public sealed class SitesNetworkTests
{
    // Seat k is at site k mod 3; the coordinators of sites 1, 2 and 0 are seats 1, 2 and 3.
    [Fact]
    public void The_director_is_tied_to_coordinators_and_they_to_the_members_of_their_site() =>
        Assert.Equal(
            ["1 2 3", "0 4 7", "0 5 8", "0 6", "1", "2", "3", "1", "2"],
            LaidTies.Of(9, 3, new SitesNetwork { TiesWithinSite = 0, TiesAcrossSites = 0 }));

    // Two seats at three sites: seat 1 coordinates site 1, and no other site has a coordinator.
    [Fact]
    public void Whoever_has_no_coordinator_is_tied_to_the_director() =>
        Assert.Equal(["1", "0"], LaidTies.Of(2, 3, new SitesNetwork { TiesWithinSite = 0, TiesAcrossSites = 0 }));

    // Site 0 of two has its coordinator at seat 2: the last of three seats, and beyond the last of two.
    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, -1)]
    public void A_site_without_a_seat_for_its_coordinator_has_none(int seats, int coordinator) =>
        Assert.Equal((coordinator, 1), (SeatPlan.CoordinatorOf(0, seats, 2), SeatPlan.CoordinatorOf(1, seats, 2)));

    [Fact]
    public void Seat_0_directs_one_seat_a_site_coordinates_and_the_others_are_members() =>
        Assert.Equal([0, 1, 1, 1, 2, 2], Enumerable.Range(0, 6).Select(seat => SeatPlan.LevelOf(seat, 3)));

    /// <summary>
    /// 40 seats at 4 sites: 6·40/2 pairs within and 2·40/2 across, beside 39 ties of the hierarchy: 4 of director and coordinators, of which the one of
    /// site 0 is within its site, and 35 of coordinators and members, all within.
    /// </summary>
    [Fact]
    public void Random_pairs_are_as_many_as_asked_for_within_sites_and_across()
    {
        var view = new PolicyStage(new LaissezFaire(), 40, new SitesNetwork(), sites: 4).View;
        var (within, across) = (0, 0);
        for (var seat = 0; seat < 40; seat++)
        {
            foreach (var other in view.TiedTo(seat))
            {
                within += view.Site[seat] == view.Site[other] ? 1 : 0;
                across += view.Site[seat] == view.Site[other] ? 0 : 1;
            }
        }

        Assert.Equal((2 * (36 + 120), 2 * (3 + 40)), (within, across));
    }

    // 6 seats at 2 sites: 3 + 3 pairs within and 9 across, however many are asked for.
    [Fact]
    public void No_more_pairs_are_laid_than_there_are() =>
        Assert.Equal(
            ["1 2 3 4 5", "0 2 3 4 5", "0 1 3 4 5", "0 1 2 4 5", "0 1 2 3 5", "0 1 2 3 4"],
            LaidTies.Of(6, 2, new SitesNetwork { TiesWithinSite = 100, TiesAcrossSites = 100 }));

    /// <summary>720 of 40·39/2 pairs beside the 39 of the hierarchy: nearly all there are, so that most draws meet a pair that is tied.</summary>
    [Fact]
    public void As_many_pairs_are_laid_as_asked_for_even_where_few_are_left() =>
        Assert.Equal(2 * 759, LaidTies.Of(40, 1, new SitesNetwork { TiesWithinSite = 36, TiesAcrossSites = 0 }).Sum(row => row.Split(' ').Length));
}
