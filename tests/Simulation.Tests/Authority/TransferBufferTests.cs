using LeadershipSim.Simulation.Authority;

namespace LeadershipSim.Simulation.Tests.Authority;

/// <summary>Proposals are cut together to what there is: gifts and what goes vacant to what an agent holds, inheritances to what is vacant at a seat.</summary>
public sealed class TransferBufferTests
{
    private static readonly double[] Held = [0.4, 0.3, 0.2];
    private static readonly double[] Vacant = [0.06, 0, 0.04];
    private static readonly IEqualityComparer<double> Close = EqualityComparer<double>.Create((a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Gifts_of_more_than_is_held_are_cut_in_proportion()
    {
        // .3 + .3 of .4: two thirds of each.
        Assert.Equal([0.2, 0.2], Cut(b => { b.Give(0, 1, 0.3); b.Give(0, 2, 0.3); }), Close);
    }

    [Fact]
    public void Gifts_of_exactly_what_is_held_or_less_stay()
    {
        Assert.Equal([0.1, 0.2], Cut(b => { b.Give(0, 1, 0.1); b.Give(0, 2, 0.2); }));
        Assert.Equal([0.4], Cut(b => b.Give(0, 1, 0.4)));
    }

    [Fact]
    public void A_single_gift_of_more_than_is_held_is_cut_when_it_is_proposed()
    {
        Assert.Equal([0.4, 0.3], Cut(b => { b.Give(0, 1, 0.9); b.Give(1, 2, 0.5); }));
        Assert.Equal([0.3], Cut(b => b.Release(1, 0.5)));
    }

    [Fact]
    public void Givers_may_come_in_any_order_and_again()
    {
        // Seat 0 gives .3 twice, seat 1 in between once: two thirds of seat 0's, all of seat 1's.
        Assert.Equal([0.2, 0.1, 0.2], Cut(b => { b.Give(0, 1, 0.3); b.Give(1, 2, 0.1); b.Give(0, 2, 0.3); }), Close);
        Assert.Equal([0.1, 0.2, 0.2], Cut(b => { b.Give(1, 2, 0.1); b.Give(0, 1, 0.3); b.Give(0, 2, 0.3); }), Close);
    }

    [Fact]
    public void What_goes_vacant_is_cut_with_the_gifts_of_the_same_agent()
    {
        Assert.Equal([0.2, 0.2], Cut(b => { b.Release(0, 0.3); b.Give(0, 2, 0.3); }), Close);
        Assert.Equal([0.2, 0.2], Cut(b => { b.Give(0, 2, 0.3); b.Release(0, 0.3); }), Close);
        Assert.Equal([0.2, 0.1, 0.2], Cut(b => { b.Release(0, 0.3); b.Release(1, 0.1); b.Release(0, 0.3); }), Close);
    }

    [Fact]
    public void Inheritances_are_cut_to_what_is_vacant_and_not_with_gifts()
    {
        // .06 is vacant at seat 0, and .04 at seat 2: half of .12, all of .04. Seat 2's gift of all it holds has nothing to do with it.
        Assert.Equal([0.06], Cut(b => b.Inherit(0, 1, 0.12)), Close);
        Assert.Equal([0.03, 0.03, 0.04], Cut(b => { b.Inherit(0, 1, 0.06); b.Inherit(0, 2, 0.06); b.Inherit(2, 1, 0.04); }), Close);
        Assert.Equal([0.2, 0.04], Cut(b => { b.Give(2, 1, 0.2); b.Inherit(2, 1, 0.04); }), Close);
        Assert.Equal([0.2, 0.2, 0.03, 0.03], Cut(b => { b.Give(0, 1, 0.3); b.Give(0, 2, 0.3); b.Inherit(0, 1, 0.06); b.Inherit(0, 2, 0.06); }), Close);
    }

    [Fact]
    public void A_buffer_is_empty_again_after_it_is_cleared_or_reset()
    {
        var buffer = New();
        buffer.Allocate(includeVacant: true)[1] = 1;
        buffer.FlowsAreNoted = true;
        buffer.Inherit(0, 1, 0.1);
        Assert.False(buffer.IsEmpty);
        buffer.Reset(3, Held);
        Assert.Equal((true, false, false, 0), (buffer.IsEmpty, buffer.Allocated, buffer.FlowsAreNoted, buffer.Proposed.Length));

        // Gifts in ascending order need no adding up: that each comes once is tracked again.
        buffer.Give(0, 1, 0.9);
        buffer.CutToMeans(Vacant);
        Assert.Equal(0.4, buffer.Proposed[0].Amount);
        Assert.All(buffer.Allocate(includeVacant: false).ToArray(), s => Assert.Equal(0, s));
        Assert.True(buffer.Allocated);
        Assert.False(buffer.IncludesVacant);
        Assert.False(buffer.IsEmpty);
    }

    [Fact]
    public void Any_number_of_transfers_has_room()
    {
        var amounts = Cut(b =>
        {
            for (var k = 1; k <= 1000; k++)
            {
                b.Give(0, 1 + (k % 2), k * 1e-7);
            }
        });
        Assert.Equal(Enumerable.Range(1, 1000).Select(k => k * 1e-7), amounts);
    }

    private static TransferBuffer New()
    {
        var buffer = new TransferBuffer();
        buffer.Reset(3, Held);
        return buffer;
    }

    private static double[] Cut(Action<TransferBuffer> propose)
    {
        var buffer = New();
        propose(buffer);
        buffer.CutToMeans(Vacant);
        return [.. buffer.Proposed.ToArray().Select(t => t.Amount)];
    }
}
