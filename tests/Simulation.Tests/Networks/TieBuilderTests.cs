using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>Distinct undirected ties, as many as there are, and random ones among those that are left.</summary>
public sealed class TieBuilderTests
{
    private static TieBuilder Of(int seats, int sites = 1)
    {
        var builder = new TieBuilder();
        builder.Reset(seats, sites);
        return builder;
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(3, 0)]
    [InlineData(0, 3)]
    public void A_tie_needs_two_seats_of_the_organization(int seat, int other) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(3).Tie(seat, other));

    [Fact]
    public void Two_seats_are_tied_once_and_nobody_to_itself()
    {
        var builder = Of(3);
        Assert.False(builder.Tie(1, 1));
        Assert.True(builder.Tie(2, 1));
        Assert.False(builder.Tie(1, 2));
        Assert.Equal(1, builder.Ties.Length);
        Assert.True(builder.AreTied(1, 2) && builder.AreTied(2, 1));
        Assert.False(builder.AreTied(0, 2) || builder.AreTied(1, 1));
    }

    // 100·99/2 = 4950 ties: the list and the table of ties have to grow several times.
    [Fact]
    public void Any_number_of_ties_has_room()
    {
        var builder = Of(100);
        for (var seat = 0; seat < 100; seat++)
        {
            for (var other = 0; other < seat; other++)
            {
                Assert.False(builder.AreTied(seat, other));
                Assert.True(builder.Tie(seat, other));
            }
        }

        Assert.Equal(4950, builder.Ties.Length);
        var ends = new HashSet<(int, int)>();
        foreach (var tie in builder.Ties)
        {
            var (seat, other) = TieBuilder.Ends(tie);
            Assert.True(seat < other && ends.Add((seat, other)) && builder.AreTied(seat, other) && !builder.Tie(seat, other));
        }
    }

    [Fact]
    public void A_builder_that_is_used_again_has_forgotten_its_ties_and_their_trust()
    {
        var builder = Of(3);
        builder.Tie(0, 1);
        builder.StateTrust(0, 1, 0.7);
        builder.Reset(4, 2);
        Assert.Equal((4, 2, 0, 0), (builder.Seats, builder.Sites, builder.Ties.Length, builder.StatedTrust.Count));
        Assert.False(builder.AreTied(0, 1));
    }

    /// <summary>Of the seats 0 to 4 seat 0 is tied to 1 and 2: 3 and 4 are left, with equal chance.</summary>
    [Fact]
    public void An_untied_seat_is_any_of_those_that_are_left()
    {
        var builder = Of(5);
        builder.Tie(0, 1);
        builder.Tie(2, 0);
        var random = new RandomStream(1);
        var counts = new long[5];
        for (var draw = 0; draw < 10_000; draw++)
        {
            counts[builder.DrawUntied(0, 1, ref random)]++;
        }

        GoodnessOfFit.AssertProportions([0, 0, 0, 0.5, 0.5], counts);
    }

    [Fact]
    public void Where_no_untied_seat_is_left_the_fallback_it_is()
    {
        var builder = Of(3);
        builder.Tie(0, 1);
        builder.Tie(0, 2);
        var random = new RandomStream(1);
        Assert.Equal(2, builder.DrawUntied(0, 2, ref random));
        Assert.Equal(1, builder.DrawUntied(0, 1, ref random));
    }

    /// <summary>Five seats at two sites: 0, 2, 4 and 1, 3. One pair within a site is drawn: a seat with 1/5, another of its site with 1/3 or 1/2.</summary>
    [Fact]
    public void A_pair_within_a_site_is_drawn_by_its_seats()
    {
        // A seat drawn with itself is drawn again: pairs of site 0 have 2/15 of the draws each, that of site 1 has 2·(1/5)·(1/2).
        var counts = new long[4];
        (int, int)[] pairs = [(0, 2), (0, 4), (2, 4), (1, 3)];
        var (builder, random) = (Of(5, 2), new RandomStream(2));
        for (var draw = 0; draw < 10_000; draw++)
        {
            builder.Reset(5, 2);
            builder.TieRandomPairs(1, sameSite: true, ref random);
            counts[Array.IndexOf(pairs, TieBuilder.Ends(builder.Ties[0]))]++;
        }

        var (first, last) = (2 / 15.0, 1 / 5.0);
        var sum = (3 * first) + last;
        GoodnessOfFit.AssertProportions([first / sum, first / sum, first / sum, last / sum], counts);
    }

    /// <summary>Between sites all pairs of different sites are alike: 3·2 of five seats at two sites.</summary>
    [Fact]
    public void A_pair_across_sites_is_any_of_them()
    {
        var counts = new long[6];
        (int, int)[] pairs = [(0, 1), (0, 3), (1, 2), (1, 4), (2, 3), (3, 4)];
        var (builder, random) = (Of(5, 2), new RandomStream(3));
        for (var draw = 0; draw < 10_000; draw++)
        {
            builder.Reset(5, 2);
            builder.TieRandomPairs(1, sameSite: false, ref random);
            counts[Array.IndexOf(pairs, TieBuilder.Ends(builder.Ties[0]))]++;
        }

        GoodnessOfFit.AssertProportions([.. Enumerable.Repeat(1 / 6.0, 6)], counts);
    }
}
