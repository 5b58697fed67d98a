using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>Ties and the directed trust on them: w0 at founding, half of it without a tie, after a departure, and in the long run.</summary>
public sealed class TieNetworkTests
{
    private static readonly Trust Default = new();

    // Ties in no order: 2–0, 3–2, 1–2, 0–3, and seat 4 by itself.
    private static TieNetwork Five(Trust trust, TieNetwork? used = null)
    {
        var (builder, ties) = (new TieBuilder(), used ?? new TieNetwork());
        builder.Reset(5, 1);
        foreach (var (seat, other) in new[] { (2, 0), (3, 2), (1, 2), (0, 3) })
        {
            builder.Tie(seat, other);
        }

        ties.Build(builder, trust);
        return ties;
    }

    [Fact]
    public void Every_seat_has_its_ties_in_ascending_order()
    {
        var ties = Five(Default);
        Assert.Equal(["2 3", "2", "0 1 3", "0 2", ""], Enumerable.Range(0, 5).Select(seat => string.Join(' ', ties.Neighbours(seat).ToArray())));
        Assert.Equal((8, 3), (ties.DirectedTies, ties.MaxDegree));
        Assert.Equal([0, 2, 3, 6, 8], Enumerable.Range(0, 5).Select(ties.Start));
        Assert.Equal([2, 3, 6, 8, 8], Enumerable.Range(0, 5).Select(ties.End));
    }

    [Fact]
    public void A_network_without_ties_has_none_at_any_seat()
    {
        var (builder, ties) = (new TieBuilder(), new TieNetwork());
        builder.Reset(2, 1);
        ties.Build(builder, Default);
        Assert.Equal((0, 0, 0), (ties.DirectedTies, ties.MaxDegree, ties.Neighbours(1).Length));
    }

    [Fact]
    public void The_reverse_of_a_tie_is_the_same_tie_seen_from_the_other_end()
    {
        var ties = Five(Default);
        for (var seat = 0; seat < 5; seat++)
        {
            for (var tie = ties.Start(seat); tie < ties.End(seat); tie++)
            {
                Assert.Equal(ties.Find(ties.NeighbourAt(tie), seat), ties.ReverseOf(tie));
                Assert.Equal(ties.ReverseOf(tie), ties.Reverse(seat)[tie - ties.Start(seat)]);
            }
        }
    }

    [Fact]
    public void A_tie_is_found_from_either_end_and_one_that_is_not_there_is_minus_one()
    {
        var ties = Five(Default);
        Assert.Equal((1, 6, -1, -1), (ties.Find(0, 3), ties.Find(3, 0), ties.Find(0, 1), ties.Find(4, 0)));
    }

    [Fact]
    public void Trust_is_the_baseline_on_ties_and_half_of_it_without_one()
    {
        var ties = Five(Default with { Baseline = 0.4, Step = 0.3 });
        Assert.Equal((0.4, 0.2, 0.3, 1), (ties.Baseline, ties.Floor, ties.Step, ties.Scale));
        Assert.Equal((0.4, 0.4, 0.2), (ties.TrustBetween(0, 2), ties.TrustBetween(2, 0), ties.TrustBetween(0, 1)));
    }

    [Fact]
    public void Trust_is_directed()
    {
        var ties = Five(Default);
        ties.SetTrust(ties.Find(0, 2), 0.9);
        Assert.Equal(0.9, ties.TrustBetween(0, 2), 1e-12);
        Assert.Equal(0.9, ties.TrustAt(ties.Find(0, 2)), 1e-12);
        Assert.Equal(0.3, ties.TrustBetween(2, 0), 1e-12);
    }

    [Fact]
    public void Trust_to_and_from_a_leaver_returns_to_half_the_baseline_and_no_other()
    {
        var ties = Five(Default);
        ties.Forget(2);
        foreach (var other in new[] { 0, 1, 3 })
        {
            Assert.Equal((0.15, 0.15), (ties.TrustBetween(2, other), ties.TrustBetween(other, 2)));
        }

        Assert.Equal((0.3, 0.3), (ties.TrustBetween(0, 3), ties.TrustBetween(3, 0)));
    }

    /// <summary>.15 + (w − .15)·.5^t: the common scale is brought back to 1 at .5^t below 1e-100, at t = 333, and trust knows nothing of it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(332)]
    [InlineData(333)]
    [InlineData(400)]
    public void Trust_drifts_to_half_the_baseline_however_long_it_lasts(int ticks)
    {
        var ties = Five(Default with { DriftPerTick = 0.5 });
        ties.SetTrust(ties.Find(0, 2), 0.95);
        for (var tick = 0; tick < ticks; tick++)
        {
            ties.Drift();
        }

        Assert.Equal(0.8 * Math.Pow(0.5, ticks), ties.Scale * ties.Deviations(0)[0], 1e-12 * Math.Pow(0.5, ticks));
        Assert.Equal(0.15 * Math.Pow(0.5, ticks), ties.Scale * ties.Deviations(3)[1], 1e-12 * Math.Pow(0.5, ticks));
        Assert.InRange(ties.Scale, 1e-100, 1);
        ties.SetTrust(ties.Find(0, 2), 0.6);
        Assert.Equal(0.6, ties.TrustBetween(0, 2), 1e-12);
    }

    [Fact]
    public void How_trust_moves_can_change_and_where_it_is_stays()
    {
        var ties = Five(Default);
        ties.Follow(new Trust { Baseline = 0.8, Step = 0.4, DriftPerTick = 1 });
        Assert.Equal((0.3, 0.15, 0.4, 0.3), (ties.Baseline, ties.Floor, ties.Step, ties.TrustBetween(0, 2)));
        ties.Drift();
        Assert.Equal(0.15, ties.TrustBetween(0, 2));
    }

    /// <summary>More seats, then fewer: whatever was laid before leaves no trace.</summary>
    [Fact]
    public void A_network_that_is_built_again_is_as_a_new_one()
    {
        var (builder, ties) = (new TieBuilder(), new TieNetwork());
        builder.Reset(9, 1);
        for (var seat = 1; seat < 9; seat++)
        {
            builder.Tie(0, seat);
        }

        ties.Build(builder, Default with { DriftPerTick = 0.9 });
        Assert.Equal(8, ties.MaxDegree);
        ties.Drift();
        Five(Default, used: ties);
        Assert.Equal((8, 3, 1), (ties.DirectedTies, ties.MaxDegree, ties.Scale));
        Assert.Equal([2, 3], ties.Neighbours(0).ToArray());
        Assert.All(ties.AllDeviations.ToArray(), deviation => Assert.Equal(0.15, deviation, 1e-12));
    }
}
