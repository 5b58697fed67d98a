using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>Responsibility: queues of open decisions by age 0 to W − 1, and what is added up of them in a tick.</summary>
public sealed class DecisionQueuesTests
{
    private static DecisionQueues Of(int patience, int seats = 3)
    {
        var queues = new DecisionQueues();
        queues.Reset(seats, patience);
        return queues;
    }

    private static int[] Ages(DecisionQueues queues, int seat, int patience) => [.. Enumerable.Range(0, patience).Select(age => queues.OpenAt(seat, age))];

    [Fact]
    public void A_decision_grows_older_tick_by_tick_and_is_dropped_beyond_patience()
    {
        var queues = Of(3);
        queues.Add(1);
        queues.Add(1);
        Assert.Equal([2, 0, 0], Ages(queues, 1, 3));
        Assert.Equal(0, queues.GrowOlder());
        queues.Add(1);
        Assert.Equal([1, 2, 0], Ages(queues, 1, 3));
        Assert.Equal(0, queues.GrowOlder());
        Assert.Equal([0, 1, 2], Ages(queues, 1, 3));
        Assert.Equal((2, 1), (queues.GrowOlder(), queues.Open(1)));
        Assert.Equal([0, 0, 1], Ages(queues, 1, 3));
        Assert.Equal((1, 0), (queues.GrowOlder(), queues.Open(1)));
        Assert.Equal([0, 0, 0], Ages(queues, 1, 3));
        Assert.Equal((0, 0), (queues.Open(0), queues.Open(2)));
    }

    [Fact]
    public void Closing_takes_one_decision_of_an_age()
    {
        var queues = Of(2);
        queues.Add(2);
        queues.GrowOlder();
        queues.Add(2);
        queues.Close(2, 1);
        Assert.Equal([1, 0], Ages(queues, 2, 2));
        Assert.Equal(1, queues.Open(2));
    }

    [Fact]
    public void A_leavers_queue_is_dropped_whole_and_nobody_elses()
    {
        var queues = Of(2);
        queues.Add(0);
        queues.Add(1);
        queues.GrowOlder();
        queues.Add(1);
        Assert.Equal((2, 0, 1), (queues.Drop(1), queues.Open(1), queues.Open(0)));
        Assert.Equal([0, 0], Ages(queues, 1, 2));
        Assert.Equal(0, queues.Drop(1));
        Assert.Equal(1, queues.GrowOlder());
    }

    [Fact]
    public void Busy_are_those_with_open_decisions_once_each_from_tick_to_tick()
    {
        var queues = Of(2);
        queues.Add(2);
        queues.Add(2);
        queues.Add(0);
        Assert.Equal([2, 0], queues.Busy.Items.ToArray());
        queues.Close(2, 0);
        queues.Close(2, 0);
        queues.GrowOlder();
        Assert.Equal([0], queues.Busy.Items.ToArray());
        queues.Add(2);
        queues.Add(0);
        Assert.Equal([0, 2], queues.Busy.Items.ToArray());
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 3)]
    public void Used_queues_are_empty_again_whatever_their_size(int seats, int patience)
    {
        var queues = Of(2, seats: 4);
        queues.Add(0);
        queues.Add(1);
        queues.Reset(seats, patience);
        Assert.Equal(0, queues.Busy.Count);
        for (var seat = 0; seat < seats; seat++)
        {
            Assert.Equal(0, queues.Open(seat));
            Assert.Equal(new int[patience], Ages(queues, seat, patience));
            queues.Add(seat);
        }

        Assert.Equal([.. Enumerable.Range(0, seats)], queues.Busy.Items.ToArray());
    }

    [Fact]
    public void A_tick_and_the_whole_run_are_added_up()
    {
        var tally = new DecisionTally();
        tally.Reset(3);
        tally.Resolve(2, true);
        tally.Resolve(0, false);
        tally.Resolve(2, false);
        tally.Fail(4);
        Assert.Equal((3, 1, 4), (tally.Resolved, tally.Succeeded, tally.Failed));
        Assert.Equal((1, 0, 2), (tally.ResolvedBy(0), tally.ResolvedBy(1), tally.ResolvedBy(2)));
        Assert.Equal((0, 1), (tally.SucceededBy(0), tally.SucceededBy(2)));
        Assert.Equal([2, 0], tally.Deciders.Items.ToArray());
        tally.CloseTick();
        Assert.Equal((0, 0, 0, 0), (tally.Resolved, tally.Succeeded, tally.Failed, tally.Deciders.Count));
        Assert.Equal((0, 0), (tally.ResolvedBy(2), tally.SucceededBy(2)));
        tally.Resolve(2, true);
        tally.Fail(1);
        tally.CloseTick();
        Assert.Equal((4, 2, 5), (tally.TotalResolved, tally.TotalSucceeded, tally.TotalFailed));
        tally.Resolve(1, true);
        tally.Reset(2);
        Assert.Equal((0, 0, 0), (tally.TotalResolved, tally.TotalSucceeded, tally.TotalFailed));
        Assert.Equal((0, 0, 0, 0), (tally.Resolved, tally.Succeeded, tally.Failed, tally.Deciders.Count));
        Assert.Equal((0, 0), (tally.ResolvedBy(1), tally.SucceededBy(1)));
    }

    [Fact]
    public void Seats_are_listed_in_their_order_and_taken_out_of_it()
    {
        var list = new SeatList();
        list.Reset(2);
        for (var seat = 0; seat < 40; seat++)
        {
            list.Add(seat);
        }

        Assert.Equal(Enumerable.Range(0, 40), list.Items.ToArray());
        list.RemoveAt(39);
        list.RemoveAt(0);
        list.RemoveAt(1);
        Assert.Equal([1, 3, 4], list.Items[..3].ToArray());
        Assert.Equal((37, 38), (list.Count, list.Mutable[^1]));
        list.Truncate(2);
        Assert.Equal([1, 3], list.Items.ToArray());
        list.Clear();
        Assert.Equal(0, list.Count);
        list.Add(7);
        list.Reset(1);
        Assert.Equal(0, list.Count);
    }

    [Fact]
    public void A_list_of_no_room_takes_seats_all_the_same()
    {
        var list = new SeatList();
        list.Add(5);
        Assert.Equal([5], list.Items.ToArray());
    }
}
