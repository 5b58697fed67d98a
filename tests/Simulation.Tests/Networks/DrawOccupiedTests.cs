using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>A random tie is one of those between agents, each as likely, however few there are: where trial and error fails, they are counted.</summary>
public sealed class DrawOccupiedTests
{
    private const int Seats = 201;

    // Seat 0 is tied to all others, nobody else to anybody: 200 ties, 400 directed ones.
    private static TieNetwork Star()
    {
        var (builder, ties) = (new TieBuilder(), new TieNetwork());
        builder.Reset(Seats, 1);
        for (var seat = 1; seat < Seats; seat++)
        {
            builder.Tie(0, seat);
        }

        ties.Build(builder, new Trust());
        return ties;
    }

    private static ulong[] Present(params int[] seats)
    {
        var present = new ulong[Seats];
        foreach (var seat in seats)
        {
            present[seat] = 1;
        }

        return present;
    }

    // Eight trials find one of 3 among 200 in 11 % of the draws only; the first, one in the middle, and the last of the row.
    [Fact]
    public void A_tied_agent_is_any_of_those_who_are_there()
    {
        var (ties, random, present, counts) = (Star(), new RandomStream(1), Present(0, 1, 77, 200), new long[3]);
        for (var draw = 0; draw < 10_000; draw++)
        {
            counts[Array.IndexOf([1, 77, 200], ties.NeighbourAt(DrawOccupied.TieOf(present, ties, 0, ref random)))]++;
        }

        GoodnessOfFit.AssertProportions([1 / 3.0, 1 / 3.0, 1 / 3.0], counts);
    }

    // 64 trials find one of the 4 directed ties among 400 in 47 % of the draws.
    [Fact]
    public void A_tie_of_the_network_is_any_of_those_between_two_agents()
    {
        var (ties, random, present, counts) = (Star(), new RandomStream(2), Present(0, 1, 200), new long[4]);
        for (var draw = 0; draw < 10_000; draw++)
        {
            var tie = DrawOccupied.AnyTie(present, ties, ref random);
            var ends = (ties.NeighbourAt(ties.ReverseOf(tie)), ties.NeighbourAt(tie));
            counts[Array.IndexOf([(0, 1), (1, 0), (0, 200), (200, 0)], ends)]++;
        }

        GoodnessOfFit.AssertProportions([0.25, 0.25, 0.25, 0.25], counts);
    }

    [Fact]
    public void A_draw_that_finds_somebody_at_once_takes_one_number_of_the_stream()
    {
        var present = Present([.. Enumerable.Range(0, Seats)]);
        var (ties, random, other) = (Star(), new RandomStream(3), new RandomStream(3));
        Assert.Equal(other.NextIndex(200), DrawOccupied.TieOf(present, ties, 0, ref random));
        Assert.Equal(other.NextIndex(400), DrawOccupied.AnyTie(present, ties, ref random));
        Assert.Equal(other.NextBits(), random.NextBits());
    }

    [Fact]
    public void Where_nobody_tied_is_there_no_tie_is_drawn()
    {
        var (ties, random) = (Star(), new RandomStream(4));
        Assert.Equal(-1, DrawOccupied.TieOf(Present(0), ties, 0, ref random));
        Assert.Equal(-1, DrawOccupied.TieOf(Present(1, 2), ties, 1, ref random));
        Assert.Equal(-1, DrawOccupied.AnyTie(Present(1, 2, 3), ties, ref random));
        Assert.Equal(-1, DrawOccupied.AnyTie(Present(0), ties, ref random));
    }

    [Fact]
    public void Where_nobody_is_tied_no_tie_is_drawn_and_no_number_of_the_stream_is_used()
    {
        var (builder, ties, random, other) = (new TieBuilder(), new TieNetwork(), new RandomStream(5), new RandomStream(5));
        builder.Reset(3, 1);
        builder.Tie(0, 1);
        ties.Build(builder, new Trust());
        Assert.Equal(-1, DrawOccupied.TieOf([1, 1, 1], ties, 2, ref random));
        builder.Reset(3, 1);
        ties.Build(builder, new Trust());
        Assert.Equal(-1, DrawOccupied.AnyTie([1, 1, 1], ties, ref random));
        Assert.Equal(other.NextBits(), random.NextBits());
    }
}
