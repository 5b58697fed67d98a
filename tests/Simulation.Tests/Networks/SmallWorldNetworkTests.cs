using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>The ring of Watts and Strogatz, before and after rewiring; and the complete network.</summary>
public sealed class SmallWorldNetworkTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_ring_that_is_not_rewired_ties_every_seat_to_its_nearest_neighbours(int degree)
    {
        // An odd degree is rounded down: two on either side.
        var ties = LaidTies.Of(8, 1, new SmallWorldNetwork { Degree = degree, Rewiring = 0 });
        Assert.Equal(["1 2 6 7", "0 2 3 7", "0 1 3 4", "1 2 4 5", "2 3 5 6", "3 4 6 7", "0 4 5 7", "0 1 5 6"], ties);
    }

    [Fact]
    public void A_ring_of_few_seats_has_as_many_neighbours_as_there_are_on_either_side()
    {
        Assert.Equal(["1 3", "0 2", "1 3", "0 2"], LaidTies.Of(4, 1, new SmallWorldNetwork { Degree = 8, Rewiring = 0 }));
        Assert.Equal(["1 2", "0 2", "0 1"], LaidTies.Of(3, 1, new SmallWorldNetwork { Degree = 8, Rewiring = 0 }));
    }

    /// <summary>
    /// Each of the 60·2 ties is rewired with .25, to any seat that is not tied yet: on average 90 stay. A rewired tie may be one that the ring lays later,
    /// which is there once then: with some 2 of 58 seats still to be tied, fewer than 2 of 30.
    /// </summary>
    [Fact]
    public void A_tie_is_rewired_with_its_probability()
    {
        const int Networks = 200;
        var ring = LaidTies.Pairs(LaidTies.Of(60, 1, new SmallWorldNetwork { Degree = 4, Rewiring = 0 }));
        var (kept, all) = (0, 0);
        for (var seed = 1UL; seed <= Networks; seed++)
        {
            var rewired = LaidTies.Pairs(LaidTies.Of(60, 1, new SmallWorldNetwork { Degree = 4, Rewiring = 0.25 }, seed));
            (kept, all) = (kept + rewired.Intersect(ring).Count(), all + rewired.Count);
        }

        Assert.InRange((double)kept / Networks, 89, 92);
        Assert.InRange((double)all / Networks, 118, 120);
    }

    [Fact]
    public void Everybody_is_tied_to_everybody_in_a_complete_network() =>
        Assert.Equal(["1 2 3", "0 2 3", "0 1 3", "0 1 2"], LaidTies.Of(4, 1, new CompleteNetwork()));
}
